// Before the program: shows the static page at once (or only "loading" when another page was asked for), checks that the
// browser can run the program and says so in words when it cannot, and loads it.
'use strict';
(() => {
  const api = (window.__atlas = { frames: 0 });
  api.ready = new Promise((resolve) => (api.resolveReady = resolve));
  const page = document.documentElement;
  page.classList.add('js');
  // The static page is the overview; another address gets its own page in a moment.
  if (!/^#?\/?$/.test(location.hash)) page.classList.add('elsewhere');

  const fail = (what, remedy) => {
    // Once the program has drawn, the static page is gone: then the words stand over the picture.
    const early = document.getElementById('message');
    const message = early || document.getElementById('lost');
    message.setAttribute('role', 'alert');
    message.className = 'notice';
    message.textContent = what + ' ' + remedy + (early ? ' この下の概要は、そのまま読めます。 ' : ' ');
    const again = document.createElement('button');
    again.textContent = '再読み込み';
    again.addEventListener('click', () => location.reload());
    const data = document.createElement('a');
    data.href = 'data/manifest.json';
    data.textContent = 'データの一覧（JSON）を見る';
    message.append(again, ' ', data);
    page.classList.remove('elsewhere');
    page.classList.add(early ? 'failed' : 'lost');
  };

  const begin = () => {
    if (typeof WebAssembly !== 'object')
      return fail('お使いのブラウザーではWebAssemblyが使えないため、地図とグラフを操作できません。', '新しいブラウザーか、WebAssemblyを許可した設定でお試しください。');
    const probe = document.createElement('canvas').getContext('webgl2');
    if (!probe)
      return fail('お使いのブラウザーではWebGL 2が使えないため、地図とグラフを操作できません。', 'ハードウェアアクセラレーションを有効にするか、別のブラウザーでお試しください。');
    probe.getExtension('WEBGL_lose_context')?.loseContext();

    window.Module = { onAbort: () => fail('プログラムを実行できませんでした。', 'ページを再読み込みしてください。') };
    // A trap stops the program as an abort does, but is only an error to the page.
    addEventListener('error', (event) => event.error instanceof WebAssembly.RuntimeError && window.Module.onAbort());
    const script = document.createElement('script');
    script.src = 'atlas.js';
    script.onerror = () => fail('プログラム（atlas.js）を読み込めませんでした。', '通信の状態を確かめて、再読み込みしてください。');
    document.body.append(script);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
})();
