using Memti.Training.Datasets.Generated.Painting;

namespace Memti.Training.Datasets.Generated.Tasks;

/// <summary>A kind of motion.</summary>
/// <param name="Name">Name of the class.</param>
/// <param name="At">Position at a time from 0 to 1, for a phase of the object.</param>
internal sealed record MotionKind(string Name, Func<double, double, MotionStep> At)
{
    private const double Diagonal = 0.7071;

    public static IReadOnlyList<MotionKind> All { get; } =
    [
        new("right", static (time, _) => new(2 * time - 1, 0)),
        new("left", static (time, _) => new(1 - 2 * time, 0)),
        new("up", static (time, _) => new(0, 1 - 2 * time)),
        new("down", static (time, _) => new(0, 2 * time - 1)),
        new("approach", static (time, _) => new(0, 0, 0.5 + 1.7 * time)),
        new("recede", static (time, _) => new(0, 0, 2.2 - 1.7 * time)),
        new("orbit clockwise", static (time, phase) => Orbit(phase + 0.8 * time)),
        new("orbit counterclockwise", static (time, phase) => Orbit(phase - 0.8 * time)),
        new("up right", static (time, _) => new(Diagonal * (2 * time - 1), Diagonal * (1 - 2 * time))),
        new("down left", static (time, _) => new(Diagonal * (1 - 2 * time), Diagonal * (2 * time - 1))),
        new("up left", static (time, _) => new(Diagonal * (1 - 2 * time), Diagonal * (1 - 2 * time))),
        new("down right", static (time, _) => new(Diagonal * (2 * time - 1), Diagonal * (2 * time - 1))),
    ];

    /// <summary>No motion: an object that appears (1) or disappears (-1). All classes contain it, as a distraction.</summary>
    public static MotionKind Lamp(int sign) => new("lamp", (time, _) => new(0, 0, 1.3, sign > 0 ? time : 1 - time));

    private static MotionStep Orbit(double turns) => new(Wave.Cosine(turns), Wave.Sine(turns));
}
