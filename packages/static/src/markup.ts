import type { TemplateResult } from "lit";
import { toSvg } from "./svg.js";

/** A page or part of one as text, without the renderer's markers. Every text and attribute value is escaped. */
export const toHtml = (template: unknown): string => toSvg(template as TemplateResult);

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

/** Text between tags as it is read. */
export const plainText = (content: string): string => content.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity]!);

/** The letters a picture paints: its text without tags, titles and descriptions. */
export const paintedText = (markup: string): string =>
  plainText(markup.replace(/<(title|desc)\b[^>]*>[^<]*<\/\1>/g, "").replace(/<[^>]*>/g, " "));

/** Text as it stands in markup, between tags or in a quoted attribute. */
export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
