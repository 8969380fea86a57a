import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { ArcElement, Chart, DoughnutController } from "chart.js";
import { colours, fontFiles, height, place, textsOf, width } from "./scene.mjs";

for (const file of fontFiles) GlobalFonts.registerFromPath(file, "Inter");
Chart.register(ArcElement, DoughnutController);
const { ring, legend, bars } = place;

/** What a chart of this library does not have of itself: letters beside it, and bars. */
const beside = (figures) => ({
  id: "beside",
  beforeDraw({ ctx }) {
    ctx.fillStyle = colours.paper;
    ctx.fillRect(0, 0, width, height);
  },
  afterDraw({ ctx }) {
    const angle = Math.PI * (figures.target / 100 - 1);
    ctx.strokeStyle = colours.ink;
    ctx.lineWidth = 3;
    ctx.beginPath();
    for (const radius of [ring.inner - 6, ring.outer + 12])
      ctx.lineTo(ring.x + radius * Math.cos(angle), ring.y + radius * Math.sin(angle));
    ctx.stroke();
    figures.stages.forEach(({ colour }, at) => {
      const y = legend.y + at * legend.step;
      ctx.lineWidth = 1;
      ctx.strokeStyle = colours.quiet;
      ctx.fillStyle = colour;
      if (colour === "none") ctx.strokeRect(legend.x, y, 19, 19);
      else ctx.fillRect(legend.x, y, 19, 19);
    });
    figures.groups.forEach(({ met, trained }, at) => {
      const y = bars.y + 28 + at * bars.step;
      const target = bars.x + (bars.width * figures.target) / 100;
      for (const [colour, x, wide, edge] of [
        [colours.land, bars.x, bars.width, 0],
        [colours.met, bars.x, (bars.width * met) / trained, 0],
        ["#ffffff", target - 4, 8, 5],
        [colours.ink, target - 1.5, 3, 5],
      ]) {
        ctx.fillStyle = colour;
        ctx.fillRect(x, y - edge, wide, bars.height + 2 * edge);
      }
    });
    for (const [text, x, y, size, weight, colour, anchor] of textsOf(figures)) {
      ctx.font = `${weight} ${size}px Inter`;
      ctx.fillStyle = colour;
      ctx.textAlign = { start: "left", middle: "center", end: "right" }[anchor];
      ctx.fillText(text, x, y);
    }
  },
});

export async function draw(figures) {
  const canvas = createCanvas(width, height);
  const chart = new Chart(canvas.getContext("2d"), {
    type: "doughnut",
    data: {
      datasets: [
        {
          data: figures.stages.map(({ count }) => count),
          backgroundColor: figures.stages.map(({ colour }) => (colour === "none" ? "rgba(0,0,0,0)" : colour)),
          borderColor: figures.stages.map(({ colour }) => (colour === "none" ? colours.quiet : "#ffffff")),
          borderWidth: 2,
        },
      ],
    },
    options: {
      animation: false,
      responsive: false,
      devicePixelRatio: 1,
      rotation: -90,
      circumference: 180,
      radius: "100%",
      cutout: `${(100 * ring.inner) / ring.outer}%`,
      layout: {
        padding: { left: ring.x - ring.outer, right: width - ring.x - ring.outer, top: ring.y - ring.outer, bottom: height - ring.y },
      },
    },
    plugins: [beside(figures)],
  });
  const png = await canvas.encode("png");
  chart.destroy();
  return png;
}
