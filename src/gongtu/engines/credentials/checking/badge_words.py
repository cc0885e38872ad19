"""The closed vocabularies of Open Badges 3.0, as the schema of AchievementCredential has them."""

from typing import Final

ACHIEVEMENT_TYPES: Final = frozenset({
    "Achievement", "ApprenticeshipCertificate", "Assessment", "Assignment", "AssociateDegree",
    "Award", "BachelorDegree", "Badge", "Certificate", "CertificateOfCompletion", "Certification",
    "CoCurricular", "CommunityService", "Competency", "Course", "Degree", "Diploma",
    "DoctoralDegree", "Fieldwork", "GeneralEducationDevelopment", "JourneymanCertificate",
    "LearningProgram", "License", "MasterCertificate", "MasterDegree", "Membership",
    "MicroCredential", "ProfessionalDoctorate", "QualityAssuranceCredential", "ResearchDoctorate",
    "SecondarySchoolDiploma",
})  # fmt: skip
IDENTIFIER_TYPES: Final = frozenset({
    "accountId", "emailAddress", "identifier", "isbn", "issn", "lisSourcedId", "ltiContextId",
    "ltiDeploymentId", "ltiPlatformId", "ltiToolId", "ltiUserId", "name",
    "nationalIdentityNumber", "oneRosterSourcedId", "productId", "sisSourcedId", "sourcedId",
    "systemId", "userName",
})  # fmt: skip
RESULT_TYPES: Final = frozenset({
    "GradePointAverage", "LetterGrade", "Percent", "PerformanceLevel", "PredictedScore",
    "RawScore", "Result", "RubricCriterion", "RubricCriterionLevel", "RubricScore", "ScaledScore",
    "Status",
})  # fmt: skip
TARGET_TYPES: Final = frozenset({
    "CFItem", "CFRubric", "CFRubricCriterion", "CFRubricCriterionLevel", "CTDL",
    "ceasn:Competency", "ceterms:Credential",
})  # fmt: skip
STATUSES: Final = frozenset({
    "Completed", "Enrolled", "Failed", "InProgress", "OnHold", "Provisional", "Withdrew",
})  # fmt: skip
