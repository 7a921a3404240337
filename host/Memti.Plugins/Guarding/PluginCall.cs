namespace Memti.Plugins.Guarding;

/// <summary>A call into a plugin, as findings name it.</summary>
/// <param name="PluginId">The plugin.</param>
/// <param name="File">Its assembly as messages name it; null for a plugin of the host.</param>
/// <param name="Member">What is called, such as <c>Size</c>.</param>
/// <param name="Kind">Of what it is a member, such as <c>memory 'rram'</c>; null for the plugin itself.</param>
public sealed record PluginCall(string PluginId, string? File, string Member, string? Kind)
{
    /// <summary>The member and its kind in words: <c>Size of memory 'rram'</c>.</summary>
    public override string ToString() => Kind is null ? Member : $"{Member} of {Kind}";
}
