// Which source files belong to the later pages: their functions come with the second part of the browser's program
// (scripts/split.mjs), and so do the Japanese texts that nobody else says (scripts/i18n.mjs).
// Source files of the later pages. One that the first part needs after all moves there by itself.
export const later = {
  app: /^(briefing|deck_editor|edition|files|kiosk|kiosk_\w+|own_decks|paper)$/,
  page: /^(about|briefing|changes|chart_words|downloads|compare|history|kiosk|kpi|kpis|logic|map_classes|map_files|map_flows|map_forms|map_look_panel|map_own|map_second|output|own_data|pillar|pillars|policy|roadmap|search|stories|story|survey|target_figure|trend|trends)(_\w+)?$/,
  chart: /^(bar_chart|bar_list|bivariate|bullet_row|figure|flows|gantt|logic|map_pair|map_symbols|matrix|network|pattern|plot|series_chart|small_multiples|tidy_layout|tile_grid|timeline|trajectory_chart|words)(_\w+)?$/,
  bundle: /^(edition_file|loose_csv|signature)$/,
  scene: /^(part|transition)$/,
  export: /^(crop|csv|escape|html|outlines|svg)$/,
  core: /^(qr|sha256)$/,
  ui: /^qr_code$/,
  qrencode: /./,
  model: /^(changes|classify|decode_background|decode_briefing|decode_logic|encode_briefing|logic_lookup|place_index|projection|readings|search|user_cells|user_table)$/,
};

// Those of them that the first part calls into after all; split.mjs holds this list against the program.
export const neededFirst = ['chart/pattern', 'chart/tile_grid', 'page/kpi_board', 'page/policy_parts', 'page/target_figure'];

export const inLater = (file) => later[file.split('/')[0]]?.test(file.split('/')[1]) ?? false;
