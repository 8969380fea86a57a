export const inventoryDescriptions: Record<string, string> = {
  validUntil: "The last day on which readers may take it as it is. After it a page says that it may be out of date.",
  columns: "What each entry is looked at for: grades, or the school as a whole.",
  "columns.id": "Stable code of the column, different for each.",
  "columns.name": "Its name: `Grade 6`, `The school`.",
  items: "The entries, in the order in which readers see them within their area. Never ordered by how much is there.",
  "items.id": "Stable code of the entry, different for each.",
  "items.area":
    "What it is about: `courses`; `integrated` teaching in other subjects; `clubs`; `gaps` between groups of students; `schedule`; `transport`; `data` at hand; `changes` to come.",
  "items.name": "What it is, in a few words.",
  "items.detail": "What else the team knows of it, in plain sentences.",
  "items.cells": "For every column whether it is there. Empty when the entry is said in words alone.",
  "items.students": "How many students take part.",
  "items.saidOn": "The day on which this was said, where it is not the document's.",
};

export const inventoryPage = {
  answers:
    "What computer science exists at the school: courses, integrated teaching, clubs, gaps between groups, limits of schedule and transport, data at hand.",
  elements: ["cs-inventory-grid"],
  rules: [
    "An inventory has no score, no total and no order of better and worse: it is a baseline that a team plans from.",
    "`items.cells` has one cell for each column, or none.",
    "`validUntil` is not before `asOf`. A picture in a file says until when it is valid; an element on a page, which knows the day, says when that has passed.",
    "`items.students` counts people: the threshold and the zero rule hold.",
  ],
};
