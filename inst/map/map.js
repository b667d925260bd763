(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("data").textContent);
  var side = document.getElementById("terms");
  var chosen = { topic: 0, lambda: data.lambda };

  function make(name, attributes, text) {
    var out = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.keys(attributes).forEach(function (key) { out.setAttribute(key, attributes[key]); });
    if (text !== undefined) { out.textContent = text; }
    return out;
  }

  function relevance(row) {
    return chosen.lambda * Math.log(row.p) + (1 - chosen.lambda) * Math.log(row.p / row.all);
  }

  function rows() {
    return data.topics[chosen.topic].terms.map(function (pair) {
      return { term: data.terms[pair[0]], p: pair[1], all: data.all[pair[0]] };
    }).sort(function (a, b) {
      return relevance(b) - relevance(a) || (a.term < b.term ? -1 : 1);
    }).slice(0, data.n);
  }

  function draw() {
    var shown = rows();
    var share = data.topics[chosen.topic].share;
    var width = 460, left = 150, step = 18, height = shown.length * step + 4;
    var most = Math.max.apply(null, shown.map(function (row) { return Math.max(row.all, share * row.p); }));
    var chart = make("svg", { viewBox: "0 0 " + width + " " + height, role: "img",
      "aria-label": "The most relevant terms of " + data.topics[chosen.topic].name });
    shown.forEach(function (row, i) {
      var y = i * step + 3;
      var scale = (width - left - 10) / most;
      chart.appendChild(make("text", { x: left - 8, y: y + 11, "text-anchor": "end" }, row.term));
      var all = make("rect", { x: left, y: y, width: row.all * scale, height: step - 5, "class": "all" });
      all.appendChild(make("title", {}, row.term + ": " + (1e6 * row.all).toFixed(0) + " of a million tokens"));
      chart.appendChild(all);
      var own = make("rect", { x: left, y: y, width: share * row.p * scale, height: step - 5, "class": "own" });
      own.appendChild(make("title", {}, row.term + ": " + (1e6 * share * row.p).toFixed(0) + " of them in this topic"));
      chart.appendChild(own);
    });
    var old = side.querySelector("svg, table");
    if (old) { side.replaceChild(chart, old); } else { side.appendChild(chart); }
    Array.prototype.forEach.call(document.querySelectorAll(".circle"), function (circle, i) {
      circle.classList.toggle("on", i === chosen.topic);
    });
    document.getElementById("topic").value = String(chosen.topic);
    document.getElementById("shown").textContent = chosen.lambda.toFixed(2);
  }

  function choose(topic) { chosen.topic = topic; draw(); }

  Array.prototype.forEach.call(document.querySelectorAll(".circle"), function (circle, i) {
    circle.addEventListener("click", function () { choose(i); });
    circle.addEventListener("keydown", function (event) {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(i); }
    });
  });
  document.getElementById("topic").addEventListener("change", function (event) {
    choose(Number(event.target.value));
  });
  document.getElementById("lambda").addEventListener("input", function (event) {
    chosen.lambda = Number(event.target.value);
    draw();
  });
  draw();
})();
