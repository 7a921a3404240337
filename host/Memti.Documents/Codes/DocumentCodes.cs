namespace Memti.Documents.Codes;

/// <summary>Codes of documents in any format: YAML, JSON and CSV.</summary>
public static class DocumentCodes
{
    /// <summary>A <c>--set key=value</c> cannot be understood or applied.</summary>
    public const string BadOverride = "MEMTI1004";

    /// <summary>The file is empty.</summary>
    public const string ScenarioEmpty = "MEMTI2001";

    /// <summary>The file is not well-formed YAML.</summary>
    public const string ScenarioSyntax = "MEMTI2002";

    /// <summary>A key that nothing reads.</summary>
    public const string UnknownKey = "MEMTI2003";

    /// <summary>A value of the wrong type.</summary>
    public const string WrongType = "MEMTI2005";

    /// <summary>A key that must be there is missing.</summary>
    public const string MissingKey = "MEMTI2006";

    /// <summary>The same key twice in one mapping.</summary>
    public const string DuplicateKey = "MEMTI2008";

    /// <summary>A file of another program, or of another kind, that is recognised and not read here.</summary>
    public const string KnownFile = "MEMTI2014";

    /// <summary>A version of a file's format that this version of Memti does not read.</summary>
    public const string UnsupportedVersion = "MEMTI2009";
}
