// In files opened from a disk no server finds the page of a folder: links and forms name it.
if (location.protocol === "file:") {
  for (const link of document.links) if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  for (const form of document.forms) form.action = form.action.replace(/^(file:.*\/)$/, "$1index.html");
}
