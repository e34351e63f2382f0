const SCALE = 2;
const PADDING_PX = 16;
const TITLE_PX = 14;
const LEGEND_PX = 12;
const LINE_PX = 22;

/** What of an SVG's look comes from the page, and must be in it before it stands alone. */
const STYLES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-family"];

interface LegendEntry {
  readonly label: string;
  readonly color: string;
}

interface FigurePicture {
  readonly svg: SVGSVGElement;
  readonly title: string;
  readonly legend: readonly LegendEntry[];
}

/** A chart as it stands on the page, in its colours, with its title and its legend. */
export async function figurePng({ svg, title, legend }: FigurePicture): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect();
  const image = await imageOf(svg, width, height);
  const head = LINE_PX * (legend.length > 0 ? 2 : 1) + PADDING_PX / 2;
  const canvas = document.createElement("canvas");
  canvas.width = (width + 2 * PADDING_PX) * SCALE;
  canvas.height = (height + head + 2 * PADDING_PX) * SCALE;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser cannot draw the picture.");
  const page = getComputedStyle(document.body);
  const color = (name: string) => page.getPropertyValue(name).trim();
  context.scale(SCALE, SCALE);
  context.fillStyle = color("--raised");
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.textBaseline = "top";
  context.fillStyle = color("--fg");
  context.font = `500 ${TITLE_PX}px ${page.fontFamily}`;
  context.fillText(title, PADDING_PX, PADDING_PX, width);
  context.font = `${LEGEND_PX}px ${page.fontFamily}`;
  let x = PADDING_PX;
  for (const { label, color: ofSeries } of legend) {
    context.fillStyle = color(ofSeries.replace(/^var\(|\)$/g, "")) || ofSeries;
    context.fillRect(x, PADDING_PX + LINE_PX + 4, 14, 4);
    context.fillStyle = color("--muted");
    context.fillText(label, x + 20, PADDING_PX + LINE_PX);
    x += 36 + context.measureText(label).width;
  }
  context.drawImage(image, PADDING_PX, PADDING_PX + head, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) =>
      blob ? resolve(blob) : reject(new Error("This browser cannot draw the picture.")),
    ),
  );
}

async function imageOf(
  svg: SVGSVGElement,
  width: number,
  height: number,
): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const copies = copy.querySelectorAll<SVGElement>("*");
  svg.querySelectorAll("*").forEach((element, index) => {
    const style = getComputedStyle(element);
    for (const name of STYLES) copies[index]?.style.setProperty(name, style.getPropertyValue(name));
  });
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}
