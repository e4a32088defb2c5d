// PouchDB and a pouchdb-server of its own: `node pouch_peer.js records rounds folder modules`.
// Prints one JSON array of seconds; run with the modules folder npm filled.
const [count, rounds, folder, modules] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4], process.argv[5]];
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const net = require("node:net");
const PouchDB = require(`${modules}/pouchdb`);

const WORDS = "巡检现场发现过期食品原料台账缺失整改通知书负责人签字留样设备运行记录安全培训证明文件";
const text = () => Array.from({ length: 340 }, () => WORDS[Math.floor(Math.random() * WORDS.length)]).join("");
const timed = async (work) => {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e9;
};
const freePort = () => new Promise((done) => {
  const server = net.createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

async function measured(place) {
  fs.mkdirSync(`${place}/server`, { recursive: true });
  const port = await freePort();
  const server = spawn(process.execPath, [`${modules}/pouchdb-server/bin/pouchdb-server`,
    "--port", String(port), "--dir", `${place}/server`, "--config", `${place}/config.json`, "--no-stdout-logs"],
    { stdio: "ignore", cwd: place });
  try {
    const url = `http://127.0.0.1:${port}/bench`;
    for (let tries = 0; tries < 200; tries++) {
      try { await fetch(`http://127.0.0.1:${port}/`); break; } catch { await new Promise((go) => setTimeout(go, 100)); }
    }
    const [one, two] = ["one", "two"].map((name) => new PouchDB(`${place}/${name}`));
    for (let first = 0; first < count; first += 1000) {
      await one.bulkDocs(Array.from({ length: Math.min(1000, count - first) },
        (_, at) => ({ _id: String(first + at).padStart(8, "0"), text: text() })));
    }
    const remote = new PouchDB(url);
    const options = { batch_size: 1000 };
    const told = { push: await timed(() => one.replicate.to(remote, options)) };
    told.pull = await timed(() => two.replicate.from(remote, options));
    told.noop = await timed(() => one.sync(remote, options));
    const found = await two.info();
    if (found.doc_count !== count) throw new Error(`two has ${found.doc_count}`);
    const edits = [];
    for (let edit = 0; edit < 5; edit++) {
      await one.put({ ...(await one.get("00000000")), text: `edit ${edit}` });
      edits.push(await timed(async () => {
        await one.replicate.to(remote, options);
        await two.replicate.from(remote, options);
      }));
    }
    if ((await two.get("00000000")).text !== "edit 4") throw new Error("the edit did not arrive");
    told.edit = edits.sort((a, b) => a - b)[2];
    await Promise.all([one, two].map((each) => each.close()));
    return told;
  } finally {
    server.kill();
  }
}

(async () => {
  const told = [];
  for (let round = 0; round < rounds; round++) told.push(await measured(`${folder}/${round}`));
  console.log(JSON.stringify(told));
  process.exit(0);
})();
