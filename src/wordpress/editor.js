/* global window -- no build: WordPress loads this file as it is */
/* Blocks of the plugin in the editor of WordPress before 7.0: controls from the attributes, the preview from the server. */
(function (wp, blocks) {
  const el = wp.element.createElement;
  const c = wp.components;
  Object.keys(blocks).forEach(function (name) {
    const block = blocks[name];
    wp.blocks.registerBlockType(name, {
      apiVersion: 2,
      title: block.title,
      category: 'widgets',
      icon: 'heart',
      attributes: block.attributes,
      supports: { html: false, align: ['wide', 'full'], spacing: { margin: true } },
      edit(props) {
        const controls = Object.keys(block.attributes).map(function (key) {
          const kind = block.attributes[key];
          const set = function (value) {
            const change = {};
            change[key] = value;
            props.setAttributes(change);
          };
          const common = { key, label: kind.label, onChange: set };
          if (kind.type === 'boolean') {
            return el(c.ToggleControl, Object.assign(common, { checked: props.attributes[key] }));
          }
          common.value = props.attributes[key];
          if (kind.enum) {
            common.options = kind.enum.map(function (value) {
              return { value, label: value };
            });
            return el(c.SelectControl, common);
          }
          return el(c.TextControl, common);
        });
        return el(
          'div',
          wp.blockEditor.useBlockProps(),
          el(wp.blockEditor.InspectorControls, null, el(c.PanelBody, null, controls)),
          el(wp.serverSideRender, { block: name, attributes: props.attributes }),
        );
      },
      save() {
        return null;
      },
    });
  });
})(window.wp, window.careWidgetsBlocks);
