namespace Memti.Plugins.Nvdla;

/// <summary>Where weights and features are.</summary>
public enum Organisation
{
    /// <summary>All of them in the primary memory.</summary>
    DramOnly,

    /// <summary>Weights in the primary memory, features in a second one on the chip.</summary>
    WithSram,
}
