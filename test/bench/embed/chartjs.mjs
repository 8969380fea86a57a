import { ArcElement, BarController, BarElement, CategoryScale, Chart, DoughnutController, Legend, LinearScale, Tooltip } from "chart.js";
import { around, canvas, colours, figuresOf } from "./work.mjs";

Chart.register(ArcElement, BarController, BarElement, CategoryScale, DoughnutController, Legend, LinearScale, Tooltip);
Chart.defaults.animation = false;

export function draw(host, document) {
  const { stages, groups, share } = figuresOf(document);
  const room = around(host, document);
  new Chart(canvas(room, 568, 170), {
    type: "doughnut",
    data: {
      labels: stages.map(({ name }) => name),
      datasets: [{ data: stages.map(({ count }) => count), backgroundColor: stages.map(({ colour }) => colour) }],
    },
    options: { responsive: false, rotation: -90, circumference: 180, cutout: "80%", plugins: { legend: { position: "right" } } },
    plugins: [
      {
        id: "headline",
        afterDraw({ ctx }) {
          ctx.font = "28px sans-serif";
          ctx.textAlign = "center";
          ctx.fillStyle = colours.ink;
          ctx.fillText(`${Math.round(100 * share)}%`, 190, 150);
        },
      },
    ],
  });
  new Chart(canvas(room, 568, groups.length * 42 + 30), {
    type: "bar",
    data: {
      labels: groups.map(({ name }) => name),
      datasets: [{ data: groups.map(({ share }) => 100 * share), backgroundColor: colours.met, barThickness: 10 }],
    },
    options: { responsive: false, indexAxis: "y", plugins: { legend: { display: false } }, scales: { x: { min: 0, max: 100 } } },
  });
}
