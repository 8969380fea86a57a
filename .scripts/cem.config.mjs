export default {
  globs: ["src/**/*.ts"],
  litelement: true,
  packagejson: false,
};
