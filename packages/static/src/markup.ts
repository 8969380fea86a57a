import type { TemplateResult } from "lit";
import { toSvg } from "./svg.js";

/** A page or part of one as text, without the renderer's markers. Every text and attribute value is escaped. */
export const toHtml = (template: unknown): string => toSvg(template as TemplateResult);

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

/** The letters a picture paints: its text without tags, titles and descriptions. */
export const paintedText = (markup: string): string =>
  markup
    .replace(/<(title|desc)\b[^>]*>[^<]*<\/\1>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity]!);

/** Text as it stands in markup, between tags or in a quoted attribute. */
export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
