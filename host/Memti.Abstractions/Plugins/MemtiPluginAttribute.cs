namespace Memti.Abstractions.Plugins;

/// <summary>
/// Declares that an assembly is a plugin, and names its entry point. The host reads it from metadata, without running the plugin.
/// </summary>
/// <param name="entryType">A public class with a constructor without parameters that is an <see cref="IMemtiPlugin"/>.</param>
/// <param name="id">A name that no other plugin has, such as <c>memti.rram</c>.</param>
/// <param name="contract">Leave it out: the compiler puts in the contract that the plugin is built against.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class MemtiPluginAttribute(Type entryType, string id, int contract = ContractVersion.Current) : Attribute
{
    /// <summary>The class that registers what the plugin offers.</summary>
    public Type EntryType { get; } = entryType;

    /// <summary>The plugin's name.</summary>
    public string Id { get; } = id;

    /// <summary>The contract that the plugin was built against.</summary>
    public int Contract { get; } = contract;
}
