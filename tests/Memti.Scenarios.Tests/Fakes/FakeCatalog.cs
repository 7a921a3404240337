using System.Diagnostics.CodeAnalysis;
using Memti.Abstractions.Plugins;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios.Tests.Fakes;

internal sealed class FakeCatalog : IKindCatalog
{
    private readonly Dictionary<(KindCategory Category, string Kind), Type> _kinds = new()
    {
        [(KindCategory.Memory, "dram")] = typeof(FakeDramOptions),
        [(KindCategory.Memory, "rram")] = typeof(FakeRramOptions),
        [(KindCategory.Memory, "sram")] = typeof(FakeSramOptions),
        [(KindCategory.Accelerator, "nvdla")] = typeof(FakeEngineOptions),
        [(KindCategory.Model, "resnet26-adapters")] = typeof(FakeNetworkOptions),
        [(KindCategory.Firmware, "always-on")] = typeof(FakeAlwaysOnOptions),
        [(KindCategory.Firmware, "duty-cycle")] = typeof(FakeDutyCycleOptions),
    };

    private readonly Dictionary<string, string> _technologies = [];

    public FakeCatalog OfTechnology(string kind, string technology)
    {
        _technologies[kind] = technology;
        return this;
    }

    public string? TechnologyOf(KindCategory category, string kind) => category == KindCategory.Memory ? _technologies.GetValueOrDefault(kind) : null;

    public FakeCatalog With<TOptions>(KindCategory category, string kind)
    {
        _kinds[(category, kind)] = typeof(TOptions);
        return this;
    }

    public IReadOnlyList<KindCategory> Contracts => KindCategory.All;

    public IReadOnlyList<string> Kinds(KindCategory category) =>
        [.. _kinds.Keys.Where(key => key.Category == category).Select(static key => key.Kind).Order(StringComparer.Ordinal)];

    public bool TryGetOptions(KindCategory category, string kind, [NotNullWhen(true)] out Type? optionsType) =>
        _kinds.TryGetValue((category, kind), out optionsType);
}
