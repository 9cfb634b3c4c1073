/* global window -- no build: WordPress loads this file as it is */
/* Blocks in the editor: all of them before WordPress 7.0, which needs no script for the others; and from then on too those that
   hold blocks of the page's author, which PHP alone can neither fill nor keep. Everything that PHP has registered (title,
   attributes, supports) is there already. */
(function (wp, blocks) {
  const el = wp.element.createElement;
  const c = wp.components;
  const { InnerBlocks, InspectorControls, useBlockProps } = wp.blockEditor;

  const controlOf = function (props, name, kind) {
    const common = {
      key: name,
      label: kind.label,
      __nextHasNoMarginBottom: true,
      onChange(value) {
        props.setAttributes({ [name]: value });
      },
    };
    const value = props.attributes[name];
    if (kind.type === 'boolean') return el(c.ToggleControl, Object.assign(common, { checked: value }));
    Object.assign(common, { value, __next40pxDefaultSize: true });
    if (!kind.enum) return el(c.TextControl, common);
    common.options = kind.enum.map(function (choice) {
      return { value: choice, label: choice };
    });
    return el(c.SelectControl, common);
  };

  Object.keys(blocks).forEach(function (name) {
    const { attributes, holds, preview } = blocks[name];

    const Edit = function (props) {
      const isFilled = wp.data.useSelect(
        function (select) {
          return select('core/block-editor').getBlockCount(props.clientId) > 0;
        },
        [props.clientId],
      );
      const controls = Object.keys(attributes).map(function (key) {
        return controlOf(props, key, attributes[key]);
      });
      return el(
        'div',
        useBlockProps(),
        el(InspectorControls, null, el(c.PanelBody, null, controls)),
        // links of the preview must not lead out of the editor
        preview &&
          !isFilled &&
          el(c.Disabled, null, el(wp.serverSideRender, { block: name, attributes: props.attributes })),
        holds && el(InnerBlocks, isFilled ? null : { renderAppender: InnerBlocks.ButtonBlockAppender }),
      );
    };

    wp.blocks.registerBlockType(name, {
      edit: Edit,
      save() {
        return el(InnerBlocks.Content);
      },
    });
  });
})(window.wp, window.careWidgetsBlocks);
