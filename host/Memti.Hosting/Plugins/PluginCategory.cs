namespace Memti.Hosting;

/// <summary>What a plugin can offer. Kinds of different categories may have the same name.</summary>
public enum PluginCategory
{
    /// <summary>A memory technology.</summary>
    Memory,

    /// <summary>An accelerator.</summary>
    Accelerator,

    /// <summary>A neural network model.</summary>
    Model,

    /// <summary>A firmware policy.</summary>
    Firmware,
}
