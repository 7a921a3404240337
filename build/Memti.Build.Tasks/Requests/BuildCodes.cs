namespace Memti.Build.Tasks.Requests;

/// <summary>Codes of build tasks. What a build finds in weights and budgets has other codes.</summary>
internal static class BuildCodes
{
    /// <summary>An invalid property, or invalid metadata of an item.</summary>
    public const string BadBuildValue = "MEMTI7001";

    /// <summary>A worker that could not be started, or that ended without saying why.</summary>
    public const string BuildWorkerFailed = "MEMTI7002";

    /// <summary>Metadata of an item that nothing reads; a warning.</summary>
    public const string UnknownMetadata = "MEMTI7003";

    /// <summary>No worker where the build looks for it.</summary>
    public const string BuildWorkerMissing = "MEMTI7004";

    /// <summary>Two items of one type with the same name.</summary>
    public const string DuplicateBuildItem = "MEMTI7005";

    /// <summary>No scenario or several in a project that builds from one.</summary>
    public const string BuildScenario = "MEMTI7006";
}
