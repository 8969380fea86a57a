/**
 * Runs on the page: of the squares of 64 pixels in which schools that offer stand, how many have any of their blue, weighed by the schools.
 * @param {string} png base64 of what is on the screen @param {[number, number][]} spots where those schools are
 */
export async function covered(png, spots) {
  const side = 64;
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  const blue = new Set();
  const square = (x, y) => `${Math.floor(x / side)} ${Math.floor(y / side)}`;
  for (let at = 0; at < data.length; at += 4)
    if (data[at] < 60 && data[at + 2] > 120 && data[at + 2] - data[at] > 90)
      blue.add(square((at / 4) % picture.width, Math.floor(at / 4 / picture.width)));
  return spots.filter(([x, y]) => blue.has(square(x, y))).length / spots.length;
}
