/** Notes every breach of the page's policy before anything else runs. */
export const violations: string[] = [];
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) =>
  violations.push(`${effectiveDirective} ${blockedURI} ${sourceFile}`),
);
Object.assign(window, { violations });
await import("@vitrine/widgets/implementation-gauge");
