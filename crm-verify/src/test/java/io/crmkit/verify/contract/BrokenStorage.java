package io.crmkit.verify.contract;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.StaleVersionException;
import java.util.List;
import java.util.function.Supplier;

/** All broken storages: how each is made, and the tests that must find it out. */
@SuppressWarnings("ImmutableEnumChecker") // the makers keep nothing
enum BrokenStorage {
    NONE(AlteredStorage::new),
    NO_ROLLBACK(
            BrokenTransactions.NoRollback::new,
            "Transactions.nothingIsThereWhenTheWorkThrowsAnException",
            "Transactions.changesAndRemovalsAreUndoneWhenTheWorkThrowsAnException"),
    COMMIT_ON_ERROR(
            BrokenTransactions.CommitOnError::new,
            "Transactions.nothingIsThereWhenTheWorkThrowsAnError",
            "Transactions.changesAndRemovalsAreUndoneWhenTheWorkThrowsAnError"),
    WRAPPED_THROWABLE(
            BrokenTransactions.WrappedThrowable::new, "Transactions.nothingIsThereWhenTheWorkThrowsAnException"),
    SECOND_RUN(BrokenTransactions.SecondRun::new, "Transactions.theWorkRunsExactlyOnce"),
    LEAKED_TRANSACTION(
            BrokenTransactions.LeakedTransaction::new,
            "Transactions.aTransactionThatHasReturnedIsUnusable",
            "Transactions.anotherThreadIsRefused"),
    DIRTY_READS(BrokenTransactions.DirtyReads::new, "Isolation.whatIsNotCommittedIsSeenByNobody"),
    READ_COMMITTED(BrokenTransactions.ReadCommitted::new, "Isolation.aReaderNeverSeesHalfOfAnotherTransaction"),
    NO_VERSION_CHECK(
            BrokenTransactions.NoVersionCheck::new,
            "Tickets.aStaleVersionIsRefusedAtTheCall",
            "Races.oneOfTwoWritersOfATicketWins"),
    VERSION_CHECK_AT_COMMIT(
            () -> new BrokenTransactions.LateRefusal(StaleVersionException.class),
            "Customers.aStaleVersionIsRefusedAtTheCall",
            "Notes.aStaleVersionIsRefusedAtTheCall"),
    DUPLICATE_AT_COMMIT(
            () -> new BrokenTransactions.LateRefusal(DuplicateKeyException.class),
            "Customers.aTakenIdentifierIsRefusedAtTheCall",
            "RecordKeeping.aTakenIdempotencyKeyIsRefusedAtTheCall"),
    ONE_WRITER(
            BrokenTransactions.OneWriter::new,
            "Isolation.writersOfDifferentRecordsDoNotWaitForEachOther",
            "Isolation.newRecordsDoNotWaitForEachOther"),
    NUMBERS_ROLLED_BACK(BrokenTransactions.NumbersRolledBack::new, "Tickets.aNumberDoesNotComeBackAfterARollback"),
    TIMESTAMP_CURSOR(
            BrokenStores.TimestampCursor::new,
            "NoteLists.pagesOfAnySizeMakeUpTheWholeList",
            "AuditLists.pagesOfAnySizeMakeUpTheWholeList"),
    OFFSET_CURSOR(
            BrokenStores.OffsetCursor::new,
            "NoteLists.recordsAddedBetweenTwoPagesNeitherRepeatNorHideOthers",
            "Notes.aNoteThatIsDeletedBetweenTwoPagesHidesNoOther"),
    SIGNED_IDS(BrokenStores.SignedIds::new, "TicketLists.equalTimesAreOrderedByIdsAsUnsignedNumbers"),
    REACH_AFTER_LIMIT(BrokenStores.ReachAfterLimit::new, "AuditLists.pagesAreFullAlthoughMostRecordsAreOutOfReach"),
    COUNT_OUT_OF_REACH(BrokenStores.CountOutOfReach::new, "TicketLists.readsShowExactlyWhatIsWithinReach"),
    CASELESS_IDENTIFIERS(BrokenStores.CaselessIdentifiers::new, "Customers.keysAreComparedAsTheyAre"),
    TERMS_AS_PATTERNS(BrokenSearch.TermsAsPatterns::new, "CustomerTexts.patternsAreComparedAsTheyAre"),
    CONTACTS_FOR_ALL(BrokenSearch.ContactsForAll::new, "CustomerTexts.theContactTextCountsOnlyWithinItsReach"),
    LEASE_WITHOUT_MARK(
            BrokenStores.LeaseWithoutMark::new,
            "Races.oneOfTwoLeasesGetsANotification",
            "Outbox.whatIsLeasedIsTakenByNobodyElseUntilTheLeaseEnds"),
    LOST_ATTEMPTS(BrokenStores.LostAttempts::new, "Outbox.aLeaseTakesWhatIsDueAndMarksItAsTaken"),
    ATTRIBUTES_FOR_ALL(
            BrokenSearch.AttributesForAll::new,
            "CustomerTexts.theTextOfAnAttributeCountsOnlyWithinItsReach",
            "CustomerTexts.theTextOfAnOpenAttributeCountsForEveryCustomer"),
    ONE_TIER(BrokenSearch.OneTier::new, "CustomerSearch.theFirstTierComesFirstAndTheGreatestIdWithinATier"),
    NO_PLACE(BrokenSearch.NoPlace::new, "CustomerSearch.pagesNeitherRepeatNorHide"),
    FORGETFUL(BrokenSearch.Forgetful::new, "CustomerSearch.everySearchFindsWhatLookingAtEveryCustomerFinds"),
    REPLACED_ITEM_REMOVED(
            BrokenStores.ReplacedItemRemoved::new,
            "RulesAndDueItems.onlyTheVeryItemIsRemoved",
            "Races.aDueItemThatIsReplacedMeanwhileStays"),
    LATEST_DELETED(BrokenStores.LatestDeleted::new, "Notes.theLatestLiveNoteOnEachObjectIsFound"),
    ROUNDED_INSTANTS(BrokenStores.RoundedInstants::new, "ExactValues.otherKeysComeBackEqual"),
    STRIPPED_AMOUNTS(BrokenStores.StrippedAmounts::new, "ExactValues.amountsComeBackToTheLastDecimal"),
    ONE_FILE_MORE(
            BrokenFiles.OneFileMore::new,
            "Attachments.filesAreCountedByUploaderAndDayUpToTheMost",
            "Races.oneOfTwoFilesIsTheLastOfTheDay"),
    DELETED_FILES_SHOWN(BrokenFiles.DeletedFilesShown::new, "Attachments.whatHangsOnPlacesIsListedLatestFirst"),
    NAMES_OF_A_DICTIONARY(
            BrokenFiles.NamesOfADictionary::new, "Attachments.allRecordsAreListedByStoredNameWhateverTheirState"),
    CASELESS_NAMES(BrokenReferences.CaselessNames::new, "References.aTextIsFoundByEachOfItsNamesAsTheyAre"),
    NO_BEGINNINGS(BrokenReferences.NoBeginnings::new, "References.theBeginningOfANameIsEnoughIfItIsAskedFor"),
    ONLY_BEGINNINGS(BrokenReferences.OnlyBeginnings::new, "References.aTextIsFoundByEachOfItsNamesAsTheyAre"),
    NOTHING_LEFT_OUT(
            BrokenReferences.NothingLeftOut::new, "References.textsWithANameThatIsExcludedAreLeftOutAndPagesAreFull"),
    TEXTS_FOR_ALL(
            BrokenReferences.TextsForAll::new,
            "References.notesAreInReachByTeamAndAuthorWhileTheyLive",
            "References.messagesAreInReachAsTheirTicketIs"),
    COMMENTS_FOR_CUSTOMERS(BrokenReferences.CommentsForCustomers::new, "References.messagesAreInReachAsTheirTicketIs"),
    ONCE_PER_NAME(BrokenReferences.OncePerName::new, "References.oneOfSeveralNamesIsEnoughAndATextIsListedOnce"),
    NOTHING_TAKEN_OUT(
            BrokenReferences.NothingTakenOut::new, "References.aTextThatIsTakenOutIsNotFoundAndMayBeListedAnew"),
    NAMES_PILE_UP(BrokenReferences.NamesPileUp::new, "References.textsAreListedUnderNewNamesAlone"),
    SILENT_DUPLICATES(BrokenReferences.SilentDuplicates::new, "References.aNameThatIsListedAlreadyIsRefusedAtTheCall"),
    FOREIGN_SPOOLS(BrokenFiles.ForeignSpools::new, "Attachments.whatWaitsInASpoolIsListedByTheTimeOfTheNextAttempt"),
    HOLDS_NOBODY(BrokenMerges.HoldsNobody::new, "Merges.whatIsAddedAtOnceWithATakeGoesAlongOrIsRefused"),
    KEEPS_SURVIVORS(BrokenMerges.KeepsSurvivors::new, "Merges.anUpdateReplacesWhatTheSurvivorWasBeforeAndAfter"),
    MOVES_NOTHING_BACK(
            BrokenMerges.MovesNothingBack::new, "Merges.allThatBelongsToTheMergedCustomerGoesAlongAndComesBack");

    private final Supplier<CrmStorage> maker;
    private final List<String> foundOutBy;

    BrokenStorage(Supplier<CrmStorage> maker, String... foundOutBy) {
        this.maker = maker;
        this.foundOutBy = List.of(foundOutBy);
    }

    CrmStorage create() {
        return maker.get();
    }

    List<String> foundOutBy() {
        return foundOutBy;
    }
}
