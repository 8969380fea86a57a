import { escaped } from "./markup.js";

/** What an oEmbed consumer is told of a figure (oEmbed 1.0, type `rich`). */
export interface Rich {
  title: string;
  /** The frame, as markup. */
  html: string;
  width: number;
  height: number;
  provider: { name: string; url: string };
  /** A card of 1200 by 630 pixels. */
  thumbnail?: string;
}

const fields = ({ title, html, width, height, provider, thumbnail }: Rich) => ({
  version: "1.0",
  type: "rich",
  provider_name: provider.name,
  provider_url: provider.url,
  title,
  html,
  width,
  height,
  ...(thumbnail !== undefined && { thumbnail_url: thumbnail, thumbnail_width: 1200, thumbnail_height: 630 }),
  cache_age: 3600,
});

export const oembedJson = (rich: Rich): string => `${JSON.stringify(fields(rich), undefined, 2)}\n`;

export const oembedXml = (rich: Rich): string =>
  [
    '<?xml version="1.0" encoding="utf-8" standalone="yes"?>',
    "<oembed>",
    ...Object.entries(fields(rich)).map(([name, value]) => `  <${name}>${escaped(String(value))}</${name}>`),
    "</oembed>",
    "",
  ].join("\n");
