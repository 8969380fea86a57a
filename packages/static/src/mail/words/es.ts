import type { MailWords } from "./words.js";

export const es: MailWords = {
  letter: "La enseñanza de la computación en cifras",
  contents: "En este boletín",
  live: "Verlo activo",
  scale: (none, all) => `Cada barra va de ${none} a ${all}.`,
  target: (label, share) => `Línea fina: ${label}, ${share}.`,
  between: "Una parte con borde en ambos extremos: la proporción está dentro de ella.",
  rows: (shown, all) => `Las primeras ${shown} de ${all} filas.`,
  page: {
    title: "Listo para pegar",
    lead: "Cada bloque es un título, una frase, una imagen y las mismas cifras en una tabla. Está hecho para Gmail, Outlook, Apple Mail y Yahoo, y se lee igual donde las imágenes están desactivadas.",
    pictures: (address) => `Las imágenes de los bloques se cargan desde ${address}. Suba allí esta carpeta antes de enviar.`,
    picturesHere:
      "Las imágenes de los bloques se cargan desde donde está esta página. Ábrala desde su sitio y copie allí, o inserte la imagen a mano.",
    block: "Copiar para Gmail u Outlook",
    code: "Copiar código para Mailchimp o Constant Contact",
    text: "Copiar texto sin formato",
    copied: "Copiado",
    selected: "Copie el texto seleccionado",
    source: "El código de este bloque",
    whole: "El boletín entero",
    wholeLead: "Todos los bloques con un índice. El borrador se abre en un programa de correo, con las imágenes dentro.",
    file: {
      eml: "Borrador (.eml)",
      html: "Boletín (HTML)",
      text: "Texto sin formato",
      block: "Bloque (HTML)",
      sheet: "Imagen con sus palabras (PNG)",
      drawing: "Imagen del bloque (PNG)",
    },
  },
};
