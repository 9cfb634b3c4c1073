/* Blocks of the plugin in the editor of WordPress before 7.0: controls from the attributes, the preview from the server. */
( function ( wp, blocks ) {
	var el = wp.element.createElement;
	var c = wp.components;
	Object.keys( blocks ).forEach( function ( name ) {
		var block = blocks[ name ];
		wp.blocks.registerBlockType( name, {
			apiVersion: 2,
			title: block.title,
			category: 'widgets',
			icon: 'heart',
			attributes: block.attributes,
			supports: { html: false, align: [ 'wide', 'full' ], spacing: { margin: true } },
			edit: function ( props ) {
				var controls = Object.keys( block.attributes ).map( function ( key ) {
					var kind = block.attributes[ key ];
					var set = function ( value ) {
						var change = {};
						change[ key ] = value;
						props.setAttributes( change );
					};
					var common = { key: key, label: kind.label, onChange: set };
					if ( kind.type === 'boolean' ) {
						return el( c.ToggleControl, Object.assign( common, { checked: props.attributes[ key ] } ) );
					}
					common.value = props.attributes[ key ];
					if ( kind.enum ) {
						common.options = kind.enum.map( function ( value ) {
							return { value: value, label: value };
						} );
						return el( c.SelectControl, common );
					}
					return el( c.TextControl, common );
				} );
				return el(
					'div',
					wp.blockEditor.useBlockProps(),
					el( wp.blockEditor.InspectorControls, null, el( c.PanelBody, null, controls ) ),
					el( wp.serverSideRender, { block: name, attributes: props.attributes } )
				);
			},
			save: function () {
				return null;
			},
		} );
	} );
} )( window.wp, window.careWidgetsBlocks );
