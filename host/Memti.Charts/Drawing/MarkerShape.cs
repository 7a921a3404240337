namespace Memti.Charts.Drawing;

/// <summary>Shape of a point.</summary>
internal enum MarkerShape
{
    Circle,
    Square,
    Triangle,
    Diamond,
    TriangleDown,
    Cross,
    Plus,
    Ring,
}
