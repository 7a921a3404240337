using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Models;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Processors;
using Memti.Abstractions.Supplies;
using Memti.Plugins.Catalog;
using Memti.Plugins.Registry;
using Memti.Scenarios.Bindings;

namespace Memti.Runs.Planning;

/// <summary>Makes the components of a design from the plugins that offer their kinds.</summary>
internal sealed class ComponentFactory(PluginCatalog catalog, CancellationToken cancellationToken)
{
    public PlannedModel Model(ComponentSpec component, IReadOnlyList<TaskRequest> tasks)
    {
        IModel model = Create(component, () => catalog.Models[component.Kind].Create(component.Options)(tasks));
        return DiagnosticLocation.Findings(component, () => Call(component, "Build", () => PlannedModel.Of(model, tasks.Count)));
    }

    public IAccelerator Accelerator(ComponentSpec component) => Make(PluginContract.Accelerator, component);

    public IMemoryModel Memory(ComponentSpec component) => Make(PluginContract.Memory, component);

    public IProcessor Processor(ComponentSpec component) =>
        new GuardedProcessor(Make(PluginContract.Processor, component), Registration(component), catalog.Guard);

    public ISupply Supply(ComponentSpec component) => Make(PluginContract.Supply, component);

    /// <summary>For calls of a component during a run.</summary>
    public PartCall CallOf(ComponentSpec component) => new(Registration(component), catalog.Guard);

    /// <summary>A component as messages name it: kind and plugin.</summary>
    public string NameOf(ComponentSpec component) =>
        $"{component.Category.Name} '{component.Kind}' of plugin '{Registration(component).PluginId}'";

    public IFirmware Firmware(ComponentSpec component) => Make(PluginContract.Firmware, component);

    /// <summary>Makes the component of any contract.</summary>
    public TContract Make<TContract>(PluginContract<TContract> contract, ComponentSpec component)
        where TContract : class =>
        Create(component, () => catalog.Of(contract)[component.Kind].Create(component.Options));

    /// <summary>Calls into the plugin that offers the component's kind.</summary>
    public T Call<T>(ComponentSpec component, string what, Func<T> call) =>
        Registration(component).Call(catalog.Guard, what, call, cancellationToken);

    private T Create<T>(ComponentSpec component, Func<T> create)
        where T : class =>
        DiagnosticLocation.Findings(component, () => Call(component, "the constructor", create));

    private Registration Registration(ComponentSpec component) =>
        catalog.Find(component.Category, component.Kind)
        ?? throw new InvalidOperationException($"kind '{component.Kind}' was bound, and no plugin offers it.");
}
