// Windows of one atlas in step: what the presenter's does, the audience's hears. The channel opens with the first word, and only
// windows of the same origin hear it; what arrives is checked in C++ (src/page/briefing_link.h).
mergeInto(LibraryManager.library, {
  $Windows: { channel: null },
  atlas_tell_windows__deps: ['$Atlas', '$Windows'],
  atlas_tell_windows: function (message) {
    if (!Windows.channel) {
      Windows.channel = new BroadcastChannel('atlas-briefing');
      Windows.channel.onmessage = (event) => typeof event.data === 'string' && Atlas.withString(event.data, (text) => _atlas_on_window(text));
    }
    Windows.channel.postMessage(UTF8ToString(message));
  },
  atlas_clock: function () {
    const now = new Date();
    return ((now.getHours() * 60 + now.getMinutes()) * 60 + now.getSeconds()) * 1000 + now.getMilliseconds();
  },
});
