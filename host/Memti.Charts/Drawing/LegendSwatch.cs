namespace Memti.Charts.Drawing;

/// <summary>What stands before a name in a legend.</summary>
internal enum LegendSwatch
{
    Areas,
    Lines,
    Markers,
}
