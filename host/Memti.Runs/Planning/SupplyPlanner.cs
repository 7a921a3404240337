using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Supplies;
using Memti.Runs.Codes;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Supplies;
using Memti.Simulation.Supplies;

namespace Memti.Runs.Planning;

/// <summary>Makes the parts of a supply and sees to it that each is what its place in the chain wants.</summary>
internal static class SupplyPlanner
{
    /// <summary>The supply of a design; null for one that always has enough.</summary>
    /// <exception cref="MemtiException"><see cref="RunCodes.SupplyPart"/>, or what a plugin throws.</exception>
    public static PlannedSupply? Plan(SupplySpec? spec, ComponentFactory factory)
    {
        if (spec is null)
            return null;
        var parts = new Dictionary<string, string>();
        ISupplySource? source = Part<ISupplySource>("source", spec.Source, factory, parts);
        ISupplyConverter? charger = Part<ISupplyConverter>("charger", spec.Charger, factory, parts);
        ISupplyStorage storage = Part<ISupplyStorage>("storage", spec.Storage, factory, parts)!;
        ISupplyConverter? regulator = Part<ISupplyConverter>("regulator", spec.Regulator, factory, parts);
        if (spec.RailVolts is { } rail)
            parts.Add("rail", string.Create(CultureInfo.InvariantCulture, $"no regulator: components state their power at {rail} V"));
        var system = new SupplySystem
        {
            Source = source is null ? null : new GuardedSource(source, factory.CallOf(spec.Source!)),
            Charger = charger is null ? null : new GuardedConverter(charger, factory.CallOf(spec.Charger!)),
            Storage = new GuardedStorage(storage, factory.CallOf(spec.Storage)),
            Regulator = regulator is null ? null : new GuardedConverter(regulator, factory.CallOf(spec.Regulator!)),
            RailVolts = spec.RailVolts,
            OnVolts = spec.OnVolts,
            OffVolts = spec.OffVolts,
            DropoutVolts = spec.DropoutVolts,
            WarningVolts = spec.WarningVolts,
            CheckInterval = spec.CheckInterval,
            Boot = spec.Boot,
            Quiescent = spec.Quiescent,
        };
        return new PlannedSupply(spec, system, parts);
    }

    private static TPart? Part<TPart>(string key, ComponentSpec? component, ComponentFactory factory, Dictionary<string, string> parts)
        where TPart : class, ISupply
    {
        if (component is null)
            return null;
        ISupply supply = factory.Supply(component);
        if (supply is not TPart part)
            throw Misplaced<TPart>(key, component, supply);
        parts.Add(key, factory.Call(component, "Summary", () => supply.Summary));
        return part;
    }

    private static MemtiException Misplaced<TPart>(string key, ComponentSpec component, ISupply supply)
    {
        string wanted = NameOf(typeof(TPart));
        string text = $"'supply.{key}' is of kind '{component.Kind}', which is {RoleOf(supply)}; permitted: {wanted}.";
        var finding = new Diagnostic(RunCodes.SupplyPart, text) { Value = component.Kind, Permitted = wanted };
        return DiagnosticLocation.Error(component, finding);
    }

    private static string RoleOf(ISupply supply) => supply switch
    {
        ISupplySource => NameOf(typeof(ISupplySource)),
        ISupplyConverter => NameOf(typeof(ISupplyConverter)),
        ISupplyStorage => NameOf(typeof(ISupplyStorage)),
        _ => "none of source, converter and storage",
    };

    private static string NameOf(Type role) => role == typeof(ISupplySource) ? "a source"
        : role == typeof(ISupplyConverter) ? "a converter"
        : "a storage";
}
