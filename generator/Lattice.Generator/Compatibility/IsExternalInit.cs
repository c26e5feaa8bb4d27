namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for to allow records and init properties; .NET Standard 2.0 lacks it.</summary>
internal static class IsExternalInit;
