// The block in the editor: one field for the address, and the figure as readers will see it without scripts.
(({ blocks, blockEditor, components, element, i18n, serverSideRender }) => {
  const { createElement: make, Fragment, useState } = element;
  const { __ } = i18n;

  function Edit({ attributes, setAttributes }) {
    const [typed, type] = useState(attributes.address);
    const field = make(
      components.Placeholder,
      {
        icon: "chart-bar",
        label: __("Vitrine figure", "vitrine"),
        instructions: __("Paste the address of a figure from its gallery.", "vitrine"),
      },
      make(
        "form",
        {
          onSubmit(event) {
            event.preventDefault();
            setAttributes({ address: typed.trim() });
          },
        },
        make(components.TextControl, {
          label: __("Address", "vitrine"),
          type: "url",
          value: typed,
          placeholder: "https://figures.example.org/embed/teachers.html",
          onChange: type,
        }),
        make(components.Button, { variant: "primary", type: "submit" }, __("Show it", "vitrine")),
      ),
    );
    const settings = make(
      blockEditor.InspectorControls,
      null,
      make(
        components.PanelBody,
        { title: __("Figure", "vitrine") },
        make(components.TextControl, {
          label: __("Address", "vitrine"),
          type: "url",
          value: attributes.address,
          onChange: (address) => setAttributes({ address: address.trim() }),
        }),
        make(components.SelectControl, {
          label: __("Level of its heading", "vitrine"),
          value: String(attributes.heading),
          options: ["2", "3", "4"].map((value) => ({ label: value, value })),
          onChange: (heading) => setAttributes({ heading: Number(heading) }),
        }),
      ),
    );
    const figure = make(components.Disabled, null, make(serverSideRender, { block: "vitrine/figure", attributes }));
    return make(Fragment, null, settings, make("div", blockEditor.useBlockProps(), attributes.address ? figure : field));
  }

  blocks.registerBlockType("vitrine/figure", { edit: Edit, save: () => null });
})(window.wp);
