using System.Diagnostics.CodeAnalysis;
using Memti.Abstractions.Plugins;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios.Tests.Fakes;

internal sealed class FakeCatalog : IKindCatalog
{
    private readonly Dictionary<(PluginContract Category, string Kind), Type> _kinds = new()
    {
        [(PluginContract.Memory, "dram")] = typeof(FakeDramOptions),
        [(PluginContract.Memory, "rram")] = typeof(FakeRramOptions),
        [(PluginContract.Memory, "sram")] = typeof(FakeSramOptions),
        [(PluginContract.Accelerator, "nvdla")] = typeof(FakeEngineOptions),
        [(PluginContract.Model, "resnet26-adapters")] = typeof(FakeNetworkOptions),
        [(PluginContract.Processor, "riscv")] = typeof(FakeCoreOptions),
        [(PluginContract.Supply, "cap")] = typeof(FakeStorageOptions),
        [(PluginContract.Supply, "sun")] = typeof(FakeSourceOptions),
        [(PluginContract.Firmware, "always-on")] = typeof(FakeAlwaysOnOptions),
        [(PluginContract.Firmware, "duty-cycle")] = typeof(FakeDutyCycleOptions),
    };

    private readonly Dictionary<string, string> _technologies = [];

    public FakeCatalog OfTechnology(string kind, string technology)
    {
        _technologies[kind] = technology;
        return this;
    }

    public string? TechnologyOf(PluginContract contract, string kind) =>
        contract == PluginContract.Memory ? _technologies.GetValueOrDefault(kind) : null;

    public FakeCatalog With<TOptions>(PluginContract contract, string kind)
    {
        _kinds[(contract, kind)] = typeof(TOptions);
        return this;
    }

    public IReadOnlyList<PluginContract> Contracts => PluginContract.All;

    public IReadOnlyList<string> Kinds(PluginContract contract) =>
        [.. _kinds.Keys.Where(key => key.Category == contract).Select(static key => key.Kind).Order(StringComparer.Ordinal)];

    public bool TryGetOptions(PluginContract contract, string kind, [NotNullWhen(true)] out Type? optionsType) =>
        _kinds.TryGetValue((contract, kind), out optionsType);
}
