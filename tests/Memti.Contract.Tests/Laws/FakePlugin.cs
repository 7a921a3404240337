using Memti.Abstractions.Memories;
using Memti.Abstractions.Plugins;
using Memti.Plugins.Catalog;
using Memti.Plugins.Conformance;
using Memti.Plugins.Guarding;
using Memti.Plugins.Trials;

namespace Memti.Contract.Tests.Laws;

/// <summary>Offers <c>fake</c>.</summary>
internal sealed class FakePlugin(Func<FakeOptions, IMemoryModel> create) : IMemtiPlugin
{
    public const string Kind = "fake";

    public void Register(IPluginRegistry registry) => registry.AddMemory(Kind, create);

    /// <summary>Tries one law on a memory that is sound but for a change of its figures.</summary>
    public static LawFinding Try(string law, Func<MemoryFigures, MemoryFigures> change) => Try(law, (_, _, figures) => change(figures));

    /// <summary>Tries one law on a memory that is sound but for a change that looks at options and request.</summary>
    public static LawFinding Try(string law, Func<FakeOptions, MemoryRequest, MemoryFigures, MemoryFigures> change) =>
        Try(law, options => new FakeMemory(options, change));

    /// <summary>Tries one law on a memory.</summary>
    public static LawFinding Try(string law, Func<FakeOptions, IMemoryModel> create) =>
        Try(MemoryLaws.All.Single(one => one.Name == law), create);

    /// <summary>Tries a law on a memory.</summary>
    public static LawFinding Try(IMemoryLaw law, Func<FakeOptions, IMemoryModel> create)
    {
        using PluginCatalog catalog = Load(create);
        return ConformanceCheck.Try(law, new MemorySubject(Kind, catalog, () => Load(create), Catalogs.Arrays));
    }

    public static PluginCatalog Load(Func<FakeOptions, IMemoryModel> create)
    {
        var catalog = new PluginCatalog(new PluginGuard(TimeSpan.FromSeconds(2)), isUnloadable: true);
        catalog.AddBuiltIn("test.fake", new FakePlugin(create));
        return catalog;
    }
}
