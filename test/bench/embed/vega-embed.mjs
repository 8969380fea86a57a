import embed from "vega-embed";
import { around, colours, figuresOf } from "./work.mjs";

export async function draw(host, document) {
  const { stages, groups, share } = figuresOf(document);
  const room = around(host, document);
  await embed(
    room,
    {
      $schema: "https://vega.github.io/schema/vega-lite/v6.json",
      vconcat: [
        {
          width: 400,
          height: 150,
          layer: [
            {
              data: { values: stages },
              mark: { type: "arc", innerRadius: 104, outerRadius: 130, y: 150 },
              encoding: {
                theta: { field: "count", type: "quantitative", stack: true, scale: { range: [-Math.PI / 2, Math.PI / 2] } },
                color: {
                  field: "name",
                  type: "nominal",
                  title: null,
                  scale: { domain: stages.map(({ name }) => name), range: stages.map(({ colour }) => colour) },
                },
                tooltip: { field: "name" },
              },
            },
            { data: { values: [{}] }, mark: { type: "text", text: `${Math.round(100 * share)}%`, fontSize: 28, y: 140 } },
          ],
        },
        {
          width: 400,
          data: { values: groups },
          mark: { type: "bar", size: 10, color: colours.met },
          encoding: {
            x: { field: "share", type: "quantitative", scale: { domain: [0, 1] }, axis: { format: "%" }, title: null },
            y: { field: "name", type: "nominal", title: null },
          },
        },
      ],
    },
    { actions: false, renderer: "svg" },
  );
}
