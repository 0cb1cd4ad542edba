// A clause's link also copies its address; without this script, or without the clipboard, it only leads there.
{
  const article = document.querySelector('[data-module="terms-permalinks"]');
  const announce = article?.querySelector(".terms-announce");
  let timer = 0;
  article?.addEventListener("click", async (event) => {
    const link = event.target.closest(".terms-permalink");
    if (!link) return;
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      return;
    }
    announce.textContent = article.dataset.copied;
    clearTimeout(timer);
    timer = setTimeout(() => { announce.textContent = ""; }, 4000);
  });
}
