using System.Reflection;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Plugins;
using Memti.Plugins.Codes;
using Memti.Plugins.Finding;
using Memti.Plugins.Registry;
using Memti.Scenarios.Kinds;

namespace Memti.Plugins.Loading;

/// <summary>Brings one plugin to life: loads it, makes its entry and lets it register. All of it runs plugin code.</summary>
internal static class PluginActivation
{
    public static PluginOffers Run(PluginLoader loader, PluginManifest manifest, IModelHost host)
    {
        Type entry = EntryOf(Load(loader, manifest), manifest);
        var registry = new PluginRegistry(manifest.Id, manifest.File, host);
        using (loader.EnterContextualReflection())
            ((IMemtiPlugin)Activator.CreateInstance(entry)!).Register(registry);
        return WithValidOptions(registry.Close());
    }

    /// <summary>An options class that breaks the contract is refused now, not with the first scenario that names its kind.</summary>
    private static PluginOffers WithValidOptions(PluginOffers offers)
    {
        foreach (Type options in offers.Kinds
            .Select(static kind => kind.OptionsType)
            .Concat(offers.Studies.Select(static study => study.OptionsType)))
            KindOptions.SchemaOf(options);
        return offers;
    }

    private static Assembly Load(PluginLoader loader, PluginManifest manifest)
    {
        try
        {
            return loader.LoadDefaultAssembly();
        }
        catch (BadImageFormatException error)
        {
            string message = $"plugin '{manifest.Id}' is no assembly that this host can load. {error.Message}";
            throw new MemtiException(new Diagnostic(PluginCodes.PluginUnreadable, message) { File = manifest.File }, error);
        }
    }

    private static Type EntryOf(Assembly assembly, PluginManifest manifest)
    {
        Type? entry = assembly.GetType(manifest.EntryType);
        string? wrong = entry switch
        {
            null => "is not in the assembly",
            { IsAbstract: true } => "is abstract",
            _ when !typeof(IMemtiPlugin).IsAssignableFrom(entry) => "is no IMemtiPlugin",
            _ when entry.GetConstructor(Type.EmptyTypes) is null => "has no public constructor without parameters",
            _ => null,
        };
        return wrong is null ? entry! : throw Invalid(manifest, wrong);
    }

    private static MemtiException Invalid(PluginManifest manifest, string wrong) =>
        new(new Diagnostic(DiagnosticCode.PluginInvalid, $"the entry type '{manifest.EntryType}' of plugin '{manifest.Id}' {wrong}.")
        {
            File = manifest.File,
        });
}
