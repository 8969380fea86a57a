/** The manifest says what a page can use: files as they are shipped, and nothing that only our own classes see. */
const forPages = {
  name: "vitrine-for-pages",
  packageLinkPhase({ customElementsManifest }) {
    const shipped = (path) => path.replace(/^(\/?)src\//, "$1dist/").replace(/\.ts$/, ".js");
    for (const module of customElementsManifest.modules) {
      module.path = shipped(module.path);
      for (const declaration of module.declarations ?? []) {
        const { members = [], attributes } = declaration;
        const own = new Set(members.filter(({ privacy }) => privacy === "private" || privacy === "protected").map(({ name }) => name));
        declaration.members = members.filter(({ name }) => !own.has(name));
        if (attributes) declaration.attributes = attributes.filter(({ fieldName }) => !own.has(fieldName));
        for (const list of ["members", "attributes", "events", "slots", "cssParts", "cssProperties"])
          for (const { inheritedFrom } of declaration[list] ?? []) if (inheritedFrom) inheritedFrom.module = shipped(inheritedFrom.module);
        if (declaration.superclass?.module) declaration.superclass.module = shipped(declaration.superclass.module);
      }
      for (const { declaration } of module.exports ?? []) if (declaration.module) declaration.module = shipped(declaration.module);
    }
    customElementsManifest.modules = customElementsManifest.modules.filter(
      ({ path, declarations = [] }) => declarations.some(({ kind }) => kind === "class") || !path.slice("dist/".length).includes("/"),
    );
  },
};

export default {
  globs: ["src/**/*.ts"],
  litelement: true,
  packagejson: false,
  plugins: [forPages],
};
