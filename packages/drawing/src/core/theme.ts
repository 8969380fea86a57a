/**
 * Every colour a drawing may use, as one table: light and dark values by name.
 * Categorical colours are in order of use; measured contrasts stand in the visual language. `onmid` is text on the two middle steps.
 */
export const tokens = {
  ink: ["#1b2430", "#eef1f6"],
  quiet: ["#55606e", "#a9b4c2"],
  line: ["#d5dae1", "#39424f"],
  paper: ["#ffffff", "#14181f"],
  land: ["#eef0f3", "#232a34"],
  accent: ["#0053a5", "#bbcaff"],
  blue: ["#0053a5", "#bbcaff"],
  green: ["#00a27e", "#009882"],
  amber: ["#bb7500", "#bf7c00"],
  wine: ["#821344", "#ffb2c1"],
  orchid: ["#b878df", "#b470d5"],
  grey: ["#c3cbd6", "#4a5361"],
  seq1: ["#e6effc", "#183860"],
  seq2: ["#b7d4f9", "#345f95"],
  seq3: ["#87b1e6", "#5788c7"],
  seq4: ["#5788c7", "#87b1e6"],
  seq5: ["#345f95", "#b7d4f9"],
  seq6: ["#183860", "#e6effc"],
  onmid: ["#000000", "#14181f"],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export type Token = keyof typeof tokens;
export type Theme = Readonly<Record<Token, string>>;

export const each = (paint: (token: Token) => string) =>
  Object.fromEntries((Object.keys(tokens) as Token[]).map((token) => [token, paint(token)])) as Theme;

/** The same colours through custom properties, for live elements. */
export const liveTheme: Theme = each((token) => `var(--_cs-${token}, ${tokens[token][0]})`);

const declare = (paint: (token: Token) => string): string =>
  Object.values(each((token) => `--_cs-${token}:var(--cs-${token},${paint(token)});`)).join("");

/**
 * The declarations that give the live theme its values, for a `:host` rule. A page sets `--cs-ink` and so on to change one;
 * light or dark follows the page's `color-scheme`.
 */
export const themeDeclarations = (): string => declare((token) => `light-dark(${tokens[token].join()})`);
/** The same for a browser that knows no `light-dark`: light. */
export const lightDeclarations = (): string => declare((token) => tokens[token][0]);
