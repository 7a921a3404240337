namespace Memti.Training.Datasets.Generated.Tasks;

/// <summary>Where an object is in a frame, against its own place: offset in units of its reach, scale, and how much of it is seen (0 to 1).</summary>
internal readonly record struct MotionStep(double X, double Y, double Scale = 1, double Visible = 1);
