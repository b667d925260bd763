// Opens the evidence of a figure, and articles, beside the page; filters, sorts and searches the
// list of articles. The page can be read without it.
(function () {
  "use strict";
  var root = document.documentElement;
  var one = function (id) { return document.getElementById(id); };
  var all = function (what, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(what));
  };
  root.classList.add("js");

  // The pane: a stack of what was opened, so that Back and Esc return.
  var pane = one("pane"), body = one("pane-body"), back = one("pane-back");
  var switches = one("pane-switches");
  var stack = [], opener = null;

  function show() {
    var id = stack[stack.length - 1];
    var copy = one(id).cloneNode(true);
    copy.removeAttribute("id");
    body.replaceChildren(copy);
    var article = id.indexOf("a-") === 0;
    switches.hidden = !article;
    back.hidden = stack.length < 2;
    pane.hidden = false;
    pane.scrollTop = 0;
    var heading = copy.querySelector("h3");
    pane.setAttribute("aria-label", (article ? "Article: " : "Evidence: ") + heading.textContent);
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    all("tr[aria-current]").forEach(function (row) { row.removeAttribute("aria-current"); });
    var row = article && one("r-" + id.slice(2));
    if (row) row.setAttribute("aria-current", "true");
  }
  function open(id) {
    if (!one(id)) return false;
    if (pane.hidden) {
      stack = [];
      opener = document.activeElement;
    }
    stack.push(id);
    show();
    return true;
  }
  function close() {
    pane.hidden = true;
    stack = [];
    all("tr[aria-current]").forEach(function (row) { row.removeAttribute("aria-current"); });
    if (opener && opener.focus) opener.focus({ preventScroll: true });
  }
  function goBack() {
    if (stack.length < 2) return close();
    stack.pop();
    show();
  }
  one("pane-close").addEventListener("click", close);
  back.addEventListener("click", goBack);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && !pane.hidden) goBack();
  });
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href^='#ev-'],a[href^='#a-']");
    if (link && open(link.getAttribute("href").slice(1))) event.preventDefault();
  });
  all("input", switches).forEach(function (box) {
    box.addEventListener("change", function () {
      pane.classList.toggle(box.dataset.c, !box.checked);
    });
  });

  // The list of articles.
  var list = one("list"), form = one("filters"), count = one("f-count");
  var rows = all("tbody tr", list), texts = null;
  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }
  // Texts are folded when they are first searched.
  function textOf(i) {
    if (!texts) texts = [];
    if (texts[i] === undefined) {
      var text = one("a-" + rows[i].id.slice(2));
      texts[i] = fold(rows[i].cells[0].textContent + " " + (text ? text.textContent : ""));
    }
    return texts[i];
  }
  function cell(row, label) {
    var found = row.querySelector("td[data-l='" + label + "']");
    return found ? found.dataset.v : "";
  }
  function value(id) { return one(id) ? one(id).value : ""; }
  function filter() {
    var query = fold(value("f-q").trim()), source = value("f-s"), topic = value("f-k");
    var from = value("f-from"), to = value("f-to"), shown = 0;
    rows.forEach(function (row, i) {
      var day = from || to ? cell(row, "Date") : "";
      var keep = (!source || cell(row, "Source") === source) &&
        (!topic || cell(row, "Main topic") === topic) &&
        (!from || (day && day >= from)) && (!to || (day && day <= to)) &&
        (!query || textOf(i).indexOf(query) >= 0);
      row.hidden = !keep;
      if (keep) shown += 1;
    });
    count.textContent = shown + " of " + rows.length + " articles";
  }
  form.addEventListener("input", filter);
  form.addEventListener("change", filter);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(filter); });
  all("th button", list).forEach(function (button) {
    button.addEventListener("click", function () {
      var head = button.parentNode;
      var sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      all("th", list.tHead).forEach(function (th) { th.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
      var numeric = "wts k".indexOf(button.dataset.k) >= 0 && button.dataset.k !== "";
      var key = function (row) {
        if (!button.dataset.k) return fold(row.cells[0].textContent);
        var text = cell(row, button.textContent);
        return text === "" ? null : numeric ? Number(text) : text;
      };
      var order = all("tbody tr", list).map(function (row) { return [key(row), row]; });
      order.sort(function (a, b) {
        if (a[0] === null || b[0] === null) return (a[0] === null) - (b[0] === null);
        return a[0] < b[0] ? -sign : a[0] > b[0] ? sign : 0;
      });
      order.forEach(function (pair) { list.tBodies[0].append(pair[1]); });
    });
  });

  // The section that is read is marked in the contents.
  if ("IntersectionObserver" in window) {
    var links = {};
    all("nav.contents a").forEach(function (a) { links[a.getAttribute("href").slice(1)] = a; });
    var watch = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting || !links[entry.target.id]) return;
        all("nav.contents a").forEach(function (a) { a.removeAttribute("aria-current"); });
        links[entry.target.id].setAttribute("aria-current", "true");
      });
    }, { rootMargin: "-20% 0px -70% 0px" });
    all("main section[id]").forEach(function (s) { watch.observe(s); });
  }

  filter();
  if (/^#(ev|a)-[0-9]+$/.test(location.hash)) open(location.hash.slice(1));
})();
