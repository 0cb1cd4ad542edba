// A page that was built before another version took effect says so; the day is that of Paris, as for the build.
{
  const built = document.querySelector('[data-module="terms-built"][data-until]');
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris", year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date());
  if (built && today >= built.dataset.until) {
    built.textContent = built.dataset.late;
    built.classList.add("terms-late");
    built.setAttribute("role", "alert");
  }
}
