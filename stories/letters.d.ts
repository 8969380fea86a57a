declare module "virtual:letters" {
  const letters: import("../.storybook/letters.ts").Letters;
  export default letters;
}
