namespace Memti.Training.Datasets.Generated.Tasks;

/// <summary>An object in one frame: offset from its own place in units of its reach, scale, and visibility (0 to 1).</summary>
internal readonly record struct MotionStep(double X, double Y, double Scale = 1, double Visible = 1);
