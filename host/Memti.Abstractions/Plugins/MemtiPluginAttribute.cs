namespace Memti.Abstractions.Plugins;

/// <summary>
/// Declares that an assembly is a plugin, and names its entry point. The host reads the attribute from metadata, without running the
/// plugin.
/// </summary>
/// <param name="entryType">A public class with a parameterless constructor that implements <see cref="IMemtiPlugin"/>.</param>
/// <param name="id">A unique name, such as <c>memti.rram</c>.</param>
/// <param name="contract">Omit it: the compiler inserts the contract version that the plugin is built against.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class MemtiPluginAttribute(Type entryType, string id, int contract = ContractVersion.Current) : Attribute
{
    /// <summary>The class that registers what the plugin offers.</summary>
    public Type EntryType { get; } = entryType;

    /// <summary>The plugin's unique name.</summary>
    public string Id { get; } = id;

    /// <summary>Contract version that the plugin was built against.</summary>
    public int Contract { get; } = contract;
}
