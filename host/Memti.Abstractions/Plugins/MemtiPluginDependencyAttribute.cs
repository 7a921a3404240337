namespace Memti.Abstractions.Plugins;

/// <summary>Declares that a plugin requires another one, which is registered before it.</summary>
/// <param name="id">Id of the required plugin.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class MemtiPluginDependencyAttribute(string id) : Attribute
{
    /// <summary>Id of the required plugin.</summary>
    public string Id { get; } = id;
}
