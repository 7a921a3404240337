using Memti.Abstractions.Parameters;

namespace Memti.Plugins.Supplies.Storages;

/// <summary>Which primary cell.</summary>
public enum PrimaryCellKind
{
    /// <summary>Lithium coin cell CR2032.</summary>
    [Word("cr2032")]
    Cr2032,

    /// <summary>Alkaline AA.</summary>
    [Word("aa")]
    Aa,
}
