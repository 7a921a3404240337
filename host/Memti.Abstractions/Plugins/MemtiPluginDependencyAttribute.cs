namespace Memti.Abstractions.Plugins;

/// <summary>Declares that a plugin must be registered after another one, and that it is of no use without it.</summary>
/// <param name="id">The id of the plugin that is needed.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class MemtiPluginDependencyAttribute(string id) : Attribute
{
    /// <summary>The id of the plugin that is needed.</summary>
    public string Id { get; } = id;
}
