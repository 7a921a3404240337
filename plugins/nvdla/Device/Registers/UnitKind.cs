namespace Memti.Plugins.Nvdla.Device.Registers;

/// <summary>How the registers of a unit work.</summary>
internal enum UnitKind
{
    /// <summary>One set of registers without a rule.</summary>
    Plain,

    /// <summary>The interrupt registers.</summary>
    Global,

    /// <summary>Two groups of D_ registers behind S_POINTER.</summary>
    Grouped,
}
