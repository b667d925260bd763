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
      var numeric = button.dataset.kind === "number";
      var key = function (row) {
        if (button.dataset.kind === "title") return fold(row.cells[0].textContent);
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

  // The words behind the tone of any two periods, as the table on the page has them.
  if (one("shift-form")) {
    var data = JSON.parse(one("shift-data").textContent);
    var table = one("shift-table").querySelector("tbody");
    var signed = function (x, digits) {
      var shown = Math.abs(x).toFixed(digits);
      return (/[1-9]/.test(shown) ? (x < 0 ? "\u2212" : "+") : "") + shown;
    };
    var interval = function (value, half) {
      return signed(value - half, 3) + " to " + signed(value + half, 3);
    };
    // The quantile of t at 97.5 per cent times the error of a difference; NaN where not known.
    var reach = function (v1, n1, v2, n2) {
      var total = v1 + v2;
      var x = Math.min(1, (v1 * v1 / Math.max(n1 - 1, 1) + v2 * v2 / Math.max(n2 - 1, 1)) /
        (total * total));
      var at = Math.min(Math.floor(x * 100), 99);
      return (data.q[at] + (data.q[at + 1] - data.q[at]) * (x * 100 - at)) * Math.sqrt(total);
    };
    var none = [0, 0, 0, 0, 0];
    var part = function (sums, n) {
      return {
        mean: sums[1] / n, docs: sums[3], hits: sums[4], n: n,
        variance: Math.max(sums[2] - sums[1] * sums[1] / n, 0) / (n - 1) / n,
        effective: sums[2] > 0 ? sums[1] * sums[1] / sums[2] : 1
      };
    };
    var compare = function () {
      var a = Number(value("shift-a")), b = Number(value("shift-b"));
      var of = [{}, {}];
      [a, b].forEach(function (p, side) {
        data.sums[p].forEach(function (sums) { of[side][sums[0]] = sums; });
      });
      var found = data.words.map(function (word, i) {
        var one = part(of[0][i] || none, data.n[a]), two = part(of[1][i] || none, data.n[b]);
        var half = reach(one.variance, one.effective, two.variance, two.effective);
        var few = one.n < data.least || two.n < data.least || one.docs + two.docs < data.least;
        return { word: word, part: one.mean - two.mean, half: few ? NaN : half,
          hits: [one.hits, two.hits] };
      }).filter(function (row) { return row.hits[0] + row.hits[1] > 0; });
      found.sort(function (x, y) {
        return Math.abs(y.part) - Math.abs(x.part) || (x.word < y.word ? -1 : 1);
      });
      table.replaceChildren.apply(table, found.slice(0, data.most).map(function (row) {
        var shown = [row.word, signed(row.part, 3),
          isNaN(row.half) ? "" : interval(row.part, row.half), row.hits[0], row.hits[1]];
        var line = document.createElement("tr");
        shown.forEach(function (text, j) {
          var cell = document.createElement(j ? "td" : "th");
          if (j) {
            cell.className = "r";
            cell.dataset.l = one("shift-table").querySelectorAll("thead th")[j].textContent;
          } else {
            cell.scope = "row";
          }
          cell.textContent = typeof text === "number" ? text.toLocaleString("en-US") : text;
          line.append(cell);
        });
        return line;
      }));
      var apart = data.mean[a] - data.mean[b];
      var half = data.se[a] === null || data.se[b] === null ? NaN :
        reach(data.se[a] * data.se[a], data.effective[a], data.se[b] * data.se[b],
          data.effective[b]);
      var side = function (id, p) {
        return one(id).options[p].textContent + " (" + signed(data.mean[p], 3) + ")";
      };
      one("shift-said").textContent = side("shift-a", a) + " less " +
        side("shift-b", b) + ": " + signed(apart, 3) +
        (isNaN(half) ? "" : " (" + interval(apart, half) + ")") +
        (Math.abs(apart) > half ? "." : "; this may be chance.");
    };
    one("shift-form").addEventListener("change", compare);
  }

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
