namespace Memti.Runs.Codes;

/// <summary>Codes of sweeps and of the store of their points.</summary>
public static class SweepCodes
{
    /// <summary>A study that has no point: an axis without a value, or constraints that leave none.</summary>
    public const string NoPoints = "MEMTI4401";

    /// <summary>A study with more points than a sweep takes.</summary>
    public const string TooManyPoints = "MEMTI4402";

    /// <summary>An axis that cannot be walked: zipped axes of unequal length, a step that leads away from the end, an axis twice.</summary>
    public const string BadAxis = "MEMTI4403";

    /// <summary>A constraint that cannot be understood.</summary>
    public const string BadConstraint = "MEMTI4404";

    /// <summary>A store that another process uses.</summary>
    public const string StoreInUse = "MEMTI4405";

    /// <summary>A store that another version of Memti wrote, or a file that is no store.</summary>
    public const string StoreOfOtherVersion = "MEMTI4406";

    /// <summary>A store with bytes that are not what was written; a warning.</summary>
    public const string StoreDamaged = "MEMTI4407";

    /// <summary>Points that a merge lacks.</summary>
    public const string PointsMissing = "MEMTI4408";

    /// <summary>Points that failed; a warning.</summary>
    public const string PointsFailed = "MEMTI4409";

    /// <summary>Points of the store that are out of date, because something that they rest on has changed; a message.</summary>
    public const string PointsOutOfDate = "MEMTI4410";

    /// <summary>A folder of shards that are of another study, or of none.</summary>
    public const string PartsOfOtherStudy = "MEMTI4412";

    /// <summary>Slurm is not installed, or refuses.</summary>
    public const string SlurmFailed = "MEMTI4411";

    /// <summary>A chart of a study that cannot be drawn so.</summary>
    public const string BadChart = "MEMTI4413";

    /// <summary>A chart of which there is nothing to draw, or too much; a warning.</summary>
    public const string ChartNotDrawn = "MEMTI4414";

    /// <summary>A file that has no results of a sweep.</summary>
    public const string BadResults = "MEMTI4415";

    /// <summary>A port that an explorer cannot listen on.</summary>
    public const string PortInUse = "MEMTI4416";

    /// <summary>A study with uncertainty over a base that has no uncertain numbers.</summary>
    public const string NoUncertainNumbers = "MEMTI4417";

    /// <summary>A base that a study cannot have axes over.</summary>
    public const string BaseNotSwept = "MEMTI4418";
}
